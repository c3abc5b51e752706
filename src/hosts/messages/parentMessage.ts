import * as v from "valibot";
import { message, parse, text, view, wholeNumber } from "./envelope.ts";

/** As the dashboard names them; a test holds them together. */
export const frameThemes = ["light", "dark", "contrast"] as const;

const choices = {
  locale: v.exactOptional(text(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,8}$/)),
  theme: v.exactOptional(v.picklist([...frameThemes, "system"])),
  view: v.exactOptional(view),
};

const schema = v.variant("type", [
  message("ready", {
    hasAccessTokens: v.boolean(),
    historyKey: v.exactOptional(text(/^[^\p{Cc}\p{Cs}]{1,200}$/u)),
    ...choices,
  }),
  message("update", choices),
  message("accesstoken", { request: wholeNumber, accessToken: text(/^.{1,20000}$/s) }),
  message("accesstokenrefused", { request: wholeNumber }),
]);

/** From the page around the frame. */
export type ParentMessage = v.InferOutput<typeof schema>;

/** `null`: anything else, and messages of other versions. */
export function parseParentMessage(data: unknown): ParentMessage | null {
  return parse(schema, data);
}

/** The field for which the frame would ignore a message; `null`: it would not. */
export function wrongFieldOf(message: object): string | null {
  const [issue] = v.safeParse(schema, message).issues ?? [];
  return issue === undefined ? null : String(issue.path?.[0]?.key ?? "type");
}
