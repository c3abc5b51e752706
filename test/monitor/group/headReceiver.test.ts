import { beforeEach, describe, expect, it } from "vitest";
import { isUnreadable } from "../../../src/domain/received.ts";
import type { VppToken } from "../../../src/domain/vppToken.ts";
import { parseVppToken } from "../../../src/graph/parseVppTokens.ts";
import type { GroupMessage } from "../../../src/monitor/group/groupMessage.ts";
import { createHeadPublisher } from "../../../src/monitor/group/headPublisher.ts";
import { createHeadReceiver } from "../../../src/monitor/group/headReceiver.ts";
import type { SharedState } from "../../../src/monitor/group/sharedState.ts";
import { aSnapshot, testNow } from "../../support/builders.ts";

const nothing: SharedState = {
  data: null,
  dataUpdatedAt: 0,
  problem: null,
  errorUpdatedAt: 0,
  isReading: false,
  isHidden: false,
  failures: 0,
  jitter: 0.5,
  sent: [],
};

function token(id: string, displayName = id): VppToken {
  const parsed = parseVppToken({ id, displayName });
  if (isUnreadable(parsed)) throw new Error("a token is readable");
  return parsed;
}

function read(tokens: readonly VppToken[], isComplete = true): SharedState {
  const snapshot = aSnapshot(tokens, { isComplete });
  const data = { snapshot, readAt: testNow, fullReadAt: testNow, settling: new Set<VppToken["id"]>() };
  return { ...nothing, data, dataUpdatedAt: testNow };
}

function aLeader(tabId: string) {
  let state = nothing;
  let posted: GroupMessage[] = [];
  const publisher = createHeadPublisher({
    tabId,
    post: (message) => posted.push(structuredClone(message)),
    getState: () => state,
    nextTask: async () => {},
  });
  return {
    publisher,
    knows: (next: SharedState) => {
      state = next;
      publisher.publish();
    },
    /** What was said since the last time. */
    said: (): readonly GroupMessage[] => {
      const said = posted;
      posted = [];
      return said;
    },
  };
}

function aFollower() {
  let state = nothing;
  const receiver = createHeadReceiver({
    getState: () => state,
    adopt: (next) => {
      state = next;
    },
  });
  return {
    receiver,
    names: () => state.data?.snapshot.tokens.map(({ displayName }) => displayName),
    hear: (messages: readonly GroupMessage[]) => {
      let result: string | null = null;
      for (const message of messages) {
        if (message.type === "tokens") receiver.stage(message);
        if (message.type === "head") result = receiver.receive(message);
      }
      return result;
    },
  };
}

/** Lets a round of answers end. */
async function settle(): Promise<void> {
  for (let task = 0; task < 50; task += 1) await Promise.resolve();
}

describe("what a follower hears", () => {
  let leader: ReturnType<typeof aLeader>;
  let follower: ReturnType<typeof aFollower>;

  beforeEach(() => {
    leader = aLeader("one");
    follower = aFollower();
    leader.publisher.lead(null);
    leader.knows(read([token("1"), token("2")]));
    follower.hear(leader.said());
  });

  async function answer(revision: string | null): Promise<readonly GroupMessage[]> {
    leader.publisher.answer(revision);
    await settle();
    return leader.said();
  }

  it("is all there is when it heard it all", () => {
    expect(follower.names()).toEqual(["1", "2"]);
  });

  it("changes nothing after a message was missed", async () => {
    leader.knows(read([token("1", "new"), token("2")]));
    leader.said();
    leader.knows(read([token("1", "new"), token("2", "newer")]));
    expect(follower.hear(leader.said())).toBe("incomplete");
    expect(follower.names()).toEqual(["1", "2"]);
    expect(follower.hear(await answer(follower.receiver.anchor?.revision ?? null))).toBe("applied");
    expect(follower.names()).toEqual(["new", "newer"]);
  });

  it("is little when it knows the revision", async () => {
    expect(await answer(follower.receiver.anchor?.revision ?? null)).toMatchObject([
      { type: "head", base: "one:2" },
    ]);
  });

  it("does not give up whole data for a part", () => {
    const next = aLeader("two");
    next.publisher.lead(null);
    next.knows(read([token("1", "new")], false));
    expect(follower.hear(next.said())).toBe("applied");
    expect(follower.names()).toEqual(["1", "2"]);
    next.knows(read([token("1", "new"), token("2", "newer")]));
    expect(follower.hear(next.said())).toBe("incomplete");
  });

  it("is never put together from two leaders", async () => {
    const late = aFollower();
    const [first] = await answer(null);
    if (first?.type !== "tokens") throw new Error("an answer begins with tokens");
    late.hear([{ ...first, tokens: [{ id: "1", displayName: "old" }] }]);
    const next = aLeader("two");
    next.publisher.lead(null);
    next.knows(read([token("1", "new"), token("2")]));
    next.said();
    next.publisher.answer(null);
    await settle();
    const said = next.said();
    const tail = said.map((message) =>
      message.type === "tokens" ? { ...message, tokens: message.tokens.slice(1) } : message,
    );
    expect(late.hear(tail)).toBe("incomplete");
    expect(late.hear(said)).toBe("applied");
    expect(late.names()).toEqual(["new", "2"]);
  });

  it("is not spoilt by changes in between", async () => {
    const ids = Array.from({ length: 250 }, (_, index) => String(index));
    leader.knows(read(ids.map((id) => token(id))));
    leader.said();
    const late = aFollower();
    leader.publisher.answer(null);
    leader.knows(read([...ids.slice(1).map((id) => token(id, id === "7" ? "new" : id)), token("added")]));
    await settle();
    expect(late.hear(leader.said())).toBe("applied");
    expect(late.names()).toEqual([...ids.slice(1, 7), "new", ...ids.slice(8), "added"]);
  });

  it("is said twice at most however many ask", async () => {
    for (let tab = 0; tab < 9; tab += 1) leader.publisher.answer(null);
    await settle();
    const heads = leader.said().filter(({ type }) => type === "head");
    expect(heads).toHaveLength(2);
    expect(await answer(null)).toHaveLength(2);
  });

  it("ends when the leader stops", async () => {
    leader.publisher.answer(null);
    leader.publisher.stop();
    await settle();
    leader.knows(read([token("3")]));
    expect(leader.said().filter(({ type }) => type === "head")).toEqual([]);
  });

  it("leaves out tokens that cannot be read", () => {
    leader.knows(read([token("1"), token("2"), token("3")]));
    const spoilt = leader
      .said()
      .map((message) => (message.type === "tokens" ? { ...message, tokens: [null, 7, {}] } : message));
    expect(follower.hear(spoilt)).toBe("incomplete");
    expect(follower.names()).toEqual(["1", "2"]);
  });
});
