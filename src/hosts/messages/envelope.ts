import * as v from "valibot";

/**
 * Around all that `embed.html` and the page around it say to each other. A change that an older side would not
 * understand needs another version; whatever is not of exactly its form is ignored by both.
 */
const source = "vpp-revocation-monitor";
const version = 1;

/** Names one load of the frame: what was meant for an earlier one is void. */
const conversation = text(/^[\w-]{8,64}$/);
/** A query string; with its `?` or without. */
export const view = text(/^\P{Cc}{0,8000}$/u);
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A message before it is in its envelope. */
export type Said<Message> = Message extends unknown
  ? Omit<Message, "source" | "version" | "conversation">
  : never;

export function sealed<Message extends object>(conversation: string, said: Message) {
  return { source, version, conversation, ...said };
}

export function parse<Message>(schema: v.GenericSchema<unknown, Message>, data: unknown): Message | null {
  const parsed = v.safeParse(schema, data);
  return parsed.success ? parsed.output : null;
}

export function message<const Type extends string, const Entries extends v.ObjectEntries>(
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

export function text(pattern: RegExp) {
  return v.pipe(v.string(), v.regex(pattern));
}
