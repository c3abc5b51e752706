import type { VppToken } from "../../domain/vppToken.ts";
import { foldText } from "./foldText.ts";

const preparedTexts = new WeakMap<VppToken, string>();

/** Whether every word of `q` is in a name, the organisation, the location, the Apple ID or the id; `null`: no word. */
export function searchTest(q: string): ((vppToken: VppToken) => boolean) | null {
  const words = foldText(q)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return null;
  return (vppToken) => {
    const prepared = preparedText(vppToken);
    return words.every((word) => prepared.includes(word));
  };
}

/** Folded once for each object that Graph's answer makes of a token, not once a keystroke. */
function preparedText(token: VppToken): string {
  const known = preparedTexts.get(token);
  if (known !== undefined) return known;
  const { displayName, organizationName, locationName, appleId, id } = token;
  const prepared = foldText([displayName, organizationName, locationName, appleId, id].join("\n"));
  preparedTexts.set(token, prepared);
  return prepared;
}
