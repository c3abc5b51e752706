import * as v from "valibot";
import { message, parse, text, view, wholeNumber } from "./envelope.ts";

/** As the dashboard names them; a test holds them together. */
export const revocationChanges = [
  ...(["done", "doneWithFailures", "failed"] as const),
  ...(["canceled", "stopped", "unchanged"] as const),
] as const;

const schema = v.variant("type", [
  message("hello", {}),
  message("getaccesstoken", {
    request: wholeNumber,
    scopes: v.array(text(/^[\x21-\x7e]{1,500}$/)),
    claims: v.exactOptional(text(/^.{1,20000}$/s)),
  }),
  message("height", { height: wholeNumber }),
  message("viewchange", { view }),
  message("revocationchange", { kind: v.picklist(revocationChanges), happenedAt: v.number(), view }),
  message("signinrequired", {}),
]);

/** From the frame. */
export type FrameMessage = v.InferOutput<typeof schema>;

/** `null`: anything else, and messages of other versions. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  return parse(schema, data);
}
