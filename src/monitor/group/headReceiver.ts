import { isUnreadable } from "../../domain/received.ts";
import type { VppToken, VppTokenId } from "../../domain/vppToken.ts";
import { tokensById } from "../../graph/collectTokens.ts";
import { idOf, parseVppToken } from "../../graph/parseVppTokens.ts";
import type { WatchedTokens } from "../watchedTokens.ts";
import { fromPlainProblem, type HeadMessage, type TokensMessage } from "./groupMessage.ts";
import type { Anchor, SharedState } from "./sharedState.ts";
import { applyChanges } from "./tokenChanges.ts";

interface HeadReceiverOptions {
  readonly getState: () => SharedState;
  readonly adopt: (state: SharedState) => void;
}

/** What a follower makes of what its leader says. */
export interface HeadReceiver {
  readonly anchor: Anchor | null;
  /** What this tab has in common with the group after it led. */
  resume(anchor: Anchor | null): void;
  stage(message: TokensMessage): void;
  /** `incomplete`: the tab has to ask for everything. */
  receive(message: HeadMessage): "applied" | "incomplete";
}

export function createHeadReceiver({ getState, adopt }: HeadReceiverOptions): HeadReceiver {
  let anchor: Anchor | null = null;
  let lacksState = true;
  let stagedFrom: string | null = null;
  let staged = new Map<string, VppToken>();
  let known: ReadonlyMap<VppTokenId, VppToken> = new Map();
  let knownOf: WatchedTokens | null = null;

  /** A tab that read Graph by itself meanwhile has nothing in common any more. */
  const common = () => (anchor !== null && anchor.data === getState().data ? anchor : null);

  function knownTokens(): ReadonlyMap<VppTokenId, VppToken> {
    const { data } = getState();
    if (data !== knownOf) {
      knownOf = data;
      known = tokensById(data?.snapshot ?? null);
    }
    return known;
  }

  function unstage(): void {
    staged = new Map();
    stagedFrom = null;
  }

  function adoptStatus({ status }: HeadMessage): void {
    const state = getState();
    adopt({ ...state, ...statusOf(status, state), dataUpdatedAt: state.dataUpdatedAt });
  }

  function adoptData(message: HeadMessage, data: WatchedTokens): void {
    const state = getState();
    adopt({ ...statusOf(message.status, state), data });
    anchor = { revision: message.revision, data };
    unstage();
  }

  return {
    get anchor() {
      return common();
    },
    resume(last) {
      anchor = last;
      lacksState = true;
      unstage();
    },
    stage({ from, isState, tokens }) {
      if (isState && !lacksState) return;
      if (stagedFrom !== from) unstage();
      stagedFrom = from;
      for (const raw of tokens) {
        const id = idOf(raw);
        const token = parseVppToken(raw, id === null ? undefined : (staged.get(id) ?? knownTokens().get(id)));
        if (!isUnreadable(token)) staged.set(token.id, token);
      }
    },
    receive(message) {
      const { base, revision, contents } = message;
      const mine = getState().data;
      const isBehind = contents === null || (!contents.isComplete && mine?.snapshot.isComplete === true);
      const shared = common()?.revision;
      if (isBehind || shared === revision) {
        if (mine === null) anchor = { revision, data: null };
        adoptStatus(message);
        return "applied";
      }
      const isFull = base === null;
      const canApply = isFull || shared === base;
      const data = canApply ? applyChanges(mine, { tokens: staged, contents, isFull }) : null;
      lacksState = data === null;
      if (data === null) return "incomplete";
      adoptData(message, data);
      return "applied";
    },
  };
}

/** A problem that is known already keeps its object. */
function statusOf(status: HeadMessage["status"], before: SharedState): Omit<SharedState, "data"> {
  const { problem, errorUpdatedAt } = status;
  const isKnown = before.problem?.kind === problem?.kind && before.errorUpdatedAt === errorUpdatedAt;
  return { ...status, problem: isKnown ? before.problem : problem && fromPlainProblem(problem) };
}
