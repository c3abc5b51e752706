import { describe, expect, it } from "vitest";
import { GraphError } from "../../../src/graph/graphError.ts";
import {
  fromPlainProblem,
  type HeadMessage,
  parseGroupMessage,
  protocolVersion,
  toPlainProblem,
} from "../../../src/monitor/group/groupMessage.ts";

const head: HeadMessage = {
  type: "head",
  version: protocolVersion,
  from: "tab1",
  base: null,
  revision: "tab1:1",
  status: {
    isReading: false,
    isHidden: false,
    problem: null,
    dataUpdatedAt: 1,
    errorUpdatedAt: 0,
    failures: 0,
    jitter: 0.5,
    sent: [],
  },
  contents: {
    isComplete: true,
    readAt: 1,
    fullReadAt: 1,
    settling: [],
    unread: [],
    notFound: [],
    fullReadParts: null,
    order: ["token-1"],
    unreadable: [],
  },
};

describe("parseGroupMessage", () => {
  it.each([
    head,
    { ...head, contents: null },
    { type: "hello", version: protocolVersion, revision: null },
    { type: "readWanted", version: protocolVersion },
    { type: "tokens", version: protocolVersion, from: "tab1", isState: true, tokens: [{ id: "token-1" }, 7] },
  ])("understands what is said, case %#", (message) => {
    expect(parseGroupMessage(structuredClone(message))).toEqual(message);
  });

  it.each([
    undefined,
    null,
    "hello",
    [],
    {},
    { type: "hello" },
    { type: "hello", version: protocolVersion + 1, revision: null },
    { type: "goodbye", version: protocolVersion },
    { ...head, version: 2 },
    { ...head, from: "" },
    { ...head, status: { ...head.status, failures: Number.NaN } },
    { ...head, status: { ...head.status, problem: { kind: "newKind" } } },
    { ...head, contents: { ...head.contents, order: [1] } },
    { type: "tokens", version: protocolVersion, from: "tab1", isState: "yes", tokens: [] },
  ])("ignores what it cannot know, case %#", (message) => {
    expect(parseGroupMessage(message)).toBeNull();
  });
});

describe("a problem in plain words", () => {
  const error = new GraphError("throttled", {
    status: 429,
    code: "TooManyRequests",
    graphMessage: "wait",
    requestId: "r",
    clientRequestId: "c",
    date: "2026-11-22T11:20:00",
    retryAfterMs: 5_000,
    claims: "{}",
    cause: new Error("mine"),
  });

  it("comes back as the same error", () => {
    const { claims: _, cause: __, ...told } = error;
    expect(fromPlainProblem(structuredClone(toPlainProblem(error)))).toMatchObject({ ...told });
  });

  it("keeps claims and causes to its own tab", () => {
    expect(Object.keys(toPlainProblem(error))).not.toContain("claims");
    expect(fromPlainProblem(toPlainProblem(error)).cause).toBeUndefined();
  });
});
