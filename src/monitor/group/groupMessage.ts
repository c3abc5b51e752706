import * as v from "valibot";
import { GraphError, type GraphErrorKind } from "../../graph/graphError.ts";

/** Part of the group's name and of every message: tabs of another protocol neither meet nor understand each other. */
export const protocolVersion = 1;

const text = v.nullable(v.string());
const number = v.pipe(v.number(), v.finite());
const time = v.nullable(number);
const tabId = v.pipe(v.string(), v.nonEmpty());

const errorKinds = {
  signInNeeded: "signInNeeded",
  signInUnavailable: "signInUnavailable",
  unauthorized: "unauthorized",
  forbidden: "forbidden",
  notFound: "notFound",
  throttled: "throttled",
  serverError: "serverError",
  refused: "refused",
  network: "network",
  timeout: "timeout",
  unreadableAnswer: "unreadableAnswer",
  badPaging: "badPaging",
} as const satisfies { readonly [Kind in GraphErrorKind]: Kind };

/** A `GraphError` without its cause and claims, which are for the tab that asked alone. */
const problem = v.object({
  kind: v.enum(errorKinds),
  status: v.nullable(number),
  code: text,
  graphMessage: text,
  requestId: text,
  clientRequestId: text,
  date: text,
  retryAfterMs: v.nullable(number),
});

const status = v.object({
  isReading: v.boolean(),
  isHidden: v.optional(v.boolean(), false),
  problem: v.nullable(problem),
  dataUpdatedAt: number,
  errorUpdatedAt: number,
  failures: number,
  jitter: number,
  sent: v.array(v.object({ at: number, parts: number })),
});

/** What a revision holds besides its tokens. `order` and `unreadable`: `null` when they are those of its base. */
const contents = v.object({
  isComplete: v.boolean(),
  readAt: time,
  fullReadAt: time,
  settling: v.array(v.string()),
  unread: v.array(v.object({ id: v.string(), failures: number, notBefore: number })),
  notFound: v.array(
    v.object({ id: v.string(), times: number, isListed: v.boolean(), fullReadsToSkip: number }),
  ),
  fullReadParts: v.nullable(number),
  order: v.nullable(v.array(v.string())),
  unreadable: v.nullable(v.array(v.unknown())),
});

const groupMessage = v.variant("type", [
  /** Asks the leader for a sign of life, and for what `revision` lacks. */
  v.object({ type: v.literal("hello"), version: v.literal(protocolVersion), revision: text }),
  /** Asks the leader to read Graph at once. */
  v.object({ type: v.literal("readWanted"), version: v.literal(protocolVersion) }),
  /** VPP tokens as Graph sent them, redacted, for the next head. `isState`: for tabs without a revision only. */
  v.object({
    type: v.literal("tokens"),
    version: v.literal(protocolVersion),
    from: tabId,
    isState: v.boolean(),
    tokens: v.array(v.unknown()),
  }),
  /** What the leader knows: `base` with the tokens before it applied; with `base` null, those tokens alone. */
  v.object({
    type: v.literal("head"),
    version: v.literal(protocolVersion),
    from: tabId,
    base: text,
    revision: v.string(),
    status,
    contents: v.nullable(contents),
  }),
]);

export type GroupMessage = v.InferOutput<typeof groupMessage>;
export type TokensMessage = Extract<GroupMessage, { type: "tokens" }>;
export type HeadMessage = Extract<GroupMessage, { type: "head" }>;
export type HeadContents = NonNullable<HeadMessage["contents"]>;
export type PlainProblem = v.InferOutput<typeof problem>;

/** `null` for garbage and for what another version says. */
export function parseGroupMessage(received: unknown): GroupMessage | null {
  const result = v.safeParse(groupMessage, received);
  return result.success ? result.output : null;
}

export function toPlainProblem(error: GraphError): PlainProblem {
  const { kind, status, code, graphMessage, requestId, clientRequestId, date, retryAfterMs } = error;
  return { kind, status, code, graphMessage, requestId, clientRequestId, date, retryAfterMs };
}

export function fromPlainProblem({ kind, ...details }: PlainProblem): GraphError {
  return new GraphError(kind, details);
}
