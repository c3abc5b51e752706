import * as v from "valibot";

/**
 * What `embed.html` and the page around it say to each other. A change that an older side would not understand needs
 * another version; whatever is not of exactly this form is ignored by both.
 */
const source = "vpp-revocation-monitor";
const version = 1;

/** As the dashboard names them; a test holds them together. */
export const frameThemes = ["light", "dark", "contrast"] as const;
/** As the dashboard names them; a test holds them together. */
export const revocationChanges = [
  ...(["done", "doneWithFailures", "failed"] as const),
  ...(["canceled", "stopped", "unchanged"] as const),
] as const;

/** Names one load of the frame: what was meant for an earlier one is void. */
const conversation = text(/^[\w-]{8,64}$/);
const languageTag = text(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,8}$/);
const accountKey = text(/^[\x20-\x7e]{1,200}$/);
/** A query string; with its `?` or without. */
const view = text(/^\P{Cc}{0,8000}$/u);
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const theme = v.picklist([...frameThemes, "system"]);
const choices = {
  locale: v.exactOptional(languageTag),
  theme: v.exactOptional(theme),
  view: v.exactOptional(view),
};

const parentMessage = v.variant("type", [
  message("ready", { hasAccessTokens: v.boolean(), historyKey: v.exactOptional(accountKey), ...choices }),
  message("update", choices),
  message("accesstoken", { request: wholeNumber, accessToken: text(/^.{1,20000}$/s) }),
  message("accesstokenrefused", { request: wholeNumber }),
]);

const frameMessage = v.variant("type", [
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

/** From the page around the frame. */
export type ParentMessage = v.InferOutput<typeof parentMessage>;
/** From the frame. */
export type FrameMessage = v.InferOutput<typeof frameMessage>;

/** A message before it is sealed in its envelope. */
export type Said<Message> = Message extends unknown
  ? Omit<Message, "source" | "version" | "conversation">
  : never;

export function sealed<Message extends object>(conversation: string, said: Message) {
  return { source, version, conversation, ...said };
}

/** `null`: anything else, and messages of other versions. */
export function parseParentMessage(data: unknown): ParentMessage | null {
  return parse(parentMessage, data);
}

/** `null`: anything else, and messages of other versions. */
export function parseFrameMessage(data: unknown): FrameMessage | null {
  return parse(frameMessage, data);
}

/** The field for which the frame would ignore a message; `null`: it would not. */
export function wrongFieldOf(message: object): string | null {
  const [issue] = v.safeParse(parentMessage, message).issues ?? [];
  return issue === undefined ? null : String(issue.path?.[0]?.key ?? "type");
}

function parse<Message>(schema: v.GenericSchema<unknown, Message>, data: unknown): Message | null {
  const parsed = v.safeParse(schema, data);
  return parsed.success ? parsed.output : null;
}

function message<const Type extends string, const Entries extends v.ObjectEntries>(
  type: Type,
  entries: Entries,
) {
  return v.strictObject({
    source: v.literal(source),
    version: v.literal(version),
    conversation,
    type: v.literal(type),
    ...entries,
  });
}

function text(pattern: RegExp) {
  return v.pipe(v.string(), v.regex(pattern));
}
