import type { VppToken } from "../domain/vppToken.ts";

const preparedTexts = new WeakMap<VppToken, string>();

/** Tokens of which every word of `q` is in a name, the organisation, the location, the Apple ID or the id. */
export function matchingTokens(tokens: readonly VppToken[], q: string): ReadonlySet<VppToken> | "all" {
  const words = fold(q)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return "all";
  return new Set(
    tokens.filter((token) => {
      const prepared = preparedText(token);
      return words.every((word) => prepared.includes(word));
    }),
  );
}

function preparedText(token: VppToken): string {
  const known = preparedTexts.get(token);
  if (known !== undefined) return known;
  const { displayName, organizationName, locationName, appleId, id } = token;
  const prepared = fold([displayName, organizationName, locationName, appleId, id].join("\n"));
  preparedTexts.set(token, prepared);
  return prepared;
}

/** One form for letters that look the same: case and composition (й can be one character or two). */
function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
