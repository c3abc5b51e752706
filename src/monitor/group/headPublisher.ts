import type { VppToken } from "../../domain/vppToken.ts";
import { tokensById } from "../../graph/collectTokens.ts";
import type { WatchedTokens } from "../watchedTokens.ts";
import { type GroupMessage, type HeadContents, protocolVersion, toPlainProblem } from "./groupMessage.ts";
import type { Anchor, SharedState } from "./sharedState.ts";
import { deriveChanges, type TokenChanges } from "./tokenChanges.ts";

/** Tokens in one message: with ten results each, a task of a few milliseconds at both ends. */
const tokensPerMessage = 100;

interface HeadPublisherOptions {
  readonly tabId: string;
  readonly post: (message: GroupMessage) => void;
  readonly getState: () => SharedState;
  readonly nextTask: () => Promise<void>;
}

/** What a leader says: the changes after every read, and everything to those who lack it. */
export interface HeadPublisher {
  /** Begins to lead from the revision that this tab has in common with the last leader, or from one of its own. */
  lead(anchor: Anchor | null): void;
  /** Stops; returns what this tab has in common with those who heard it. */
  stop(): Anchor | null;
  publish(): void;
  /** Answers a tab that has this revision. */
  answer(revision: string | null): void;
}

export function createHeadPublisher({
  tabId,
  post,
  getState,
  nextTask,
}: HeadPublisherOptions): HeadPublisher {
  let anchor: Anchor | null = null;
  let revisions = 0;
  let stateRounds = 0;
  const newRevision = () => `${tabId}:${++revisions}`;

  function postTokens(tokens: readonly VppToken[], isState: boolean): void {
    for (let from = 0; from < tokens.length; from += tokensPerMessage) {
      const raws = tokens.slice(from, from + tokensPerMessage).map(({ raw }) => raw);
      post({ type: "tokens", version: protocolVersion, from: tabId, isState, tokens: raws });
    }
  }

  function postHead(base: string | null, revision: string, changes: Omit<TokenChanges, "tokens">): void {
    const { data, problem, ...rest } = getState();
    const plain = problem && toPlainProblem(problem);
    const status = { ...rest, problem: plain, sent: [...rest.sent] };
    const contents = data && contentsOf(data, changes);
    post({ type: "head", version: protocolVersion, from: tabId, base, revision, status, contents });
  }

  function publish(): void {
    if (anchor === null) return;
    const { data } = getState();
    const base = anchor;
    const hasNews = data !== null && data !== base.data;
    const changes = hasNews ? deriveChanges(base.data?.snapshot ?? null, data.snapshot) : noChanges;
    if (hasNews) anchor = { revision: newRevision(), data };
    postTokens(changes.tokens, false);
    postHead(base.revision, anchor.revision, changes);
  }

  /**
   * Everything, in tasks of a few milliseconds. Each takes the tokens as they are by then, and those that are new or
   * changed again in between are published to all: whoever heard every part has it all once the head has come.
   */
  async function postState(): Promise<void> {
    const ids = getState().data?.snapshot.tokens.map(({ id }) => id) ?? [];
    for (let from = 0; from < ids.length; from += tokensPerMessage) {
      const now = tokensById(getState().data?.snapshot ?? null);
      const part = ids.slice(from, from + tokensPerMessage).map((id) => now.get(id));
      postTokens(
        part.filter((token) => token !== undefined),
        true,
      );
      await nextTask();
      if (anchor === null) return;
    }
    const snapshot = anchor?.data?.snapshot;
    if (anchor === null || snapshot === undefined) return;
    const order = snapshot.tokens.map(({ id }) => id);
    postHead(null, anchor.revision, { order, unreadable: snapshot.unreadableTokens.map(({ raw }) => raw) });
  }

  /** Tabs that ask during a round get one more, together. */
  async function answerWithState(): Promise<void> {
    stateRounds = Math.min(stateRounds + 1, 2);
    if (stateRounds > 1) return;
    for (; stateRounds > 0 && anchor !== null; stateRounds -= 1) await postState();
    stateRounds = 0;
  }

  return {
    lead(common) {
      anchor = common ?? { revision: newRevision(), data: getState().data };
      publish();
    },
    stop() {
      const last = anchor;
      anchor = null;
      return last;
    },
    publish,
    answer(revision) {
      if (anchor === null) return;
      if (revision === anchor.revision || anchor.data === null) publish();
      else void answerWithState();
    },
  };
}

const noChanges: TokenChanges = { tokens: [], order: null, unreadable: null };

function contentsOf(data: WatchedTokens, { order, unreadable }: Omit<TokenChanges, "tokens">): HeadContents {
  const { snapshot, readAt, fullReadAt, settling, unread, notFound, fullReadParts = null } = data;
  return {
    isComplete: snapshot.isComplete,
    readAt,
    fullReadAt,
    settling: [...settling],
    unread: [...(unread ?? [])].map(([id, { failures, notBefore }]) => ({ id, failures, notBefore })),
    notFound: [...(notFound ?? [])].map(([id, one]) => ({ id, ...one })),
    fullReadParts,
    order,
    unreadable,
  };
}
