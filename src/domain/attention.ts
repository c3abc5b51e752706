import { explainFailure, type RemedyStep } from "./explainFailure.ts";
import { createItemwise } from "./itemwise.ts";
import { isOpenFailure, startOf } from "./laterRun.ts";
import { isRunning } from "./outcome.ts";
import { deriveRevocations, type Revocation } from "./revocation.ts";
import { deriveTokenConcerns, type TokenConcern } from "./tokenHealth.ts";
import type { VppToken } from "./vppToken.ts";

/** Why a person should look at a VPP token, with the one thing to do next. */
export type Attention =
  | {
      readonly kind: "failed" | "doneWithFailures";
      readonly vppToken: VppToken;
      readonly revocation: Revocation;
      readonly step: RemedyStep;
    }
  | { readonly kind: "unchanged"; readonly vppToken: VppToken; readonly revocation: Revocation }
  | { readonly kind: "token"; readonly vppToken: VppToken; readonly concern: TokenConcern };

/** What is broken first, what may be wrong next, what will end last. */
const ranks = { failed: 0, doneWithFailures: 1, unchanged: 2, token: 3 } as const;

interface AttentionOptions {
  /** Epoch ms. */
  readonly now: number;
  /** Whether a running revocation has not moved for long. */
  readonly isUnchanged: (revocation: Revocation) => boolean;
}

/**
 * One entry a VPP token at most, the most urgent first and the newest first among equals: its worst revocation, or what
 * its own health says. A failure after which a later run of the same token ended well, or is still under way, is not among
 * them: what remains is in the list of revocations. Of one list after another, all at one time: a VPP token that did not
 * change is not looked into again, but for whether its runs stand still, and while nothing differs it is the same array.
 */
export function createAttention({
  now,
  isUnchanged,
}: AttentionOptions): (vppTokens: readonly VppToken[]) => readonly Attention[] {
  const lookInto = createItemwise((vppToken: VppToken) => concernsOf(vppToken, now));
  let last: { readonly found: readonly Attention[]; readonly sorted: readonly Attention[] } | null = null;
  return (vppTokens) => {
    const found: Attention[] = [];
    for (const { failed, running, health } of lookInto(vppTokens)) {
      const own = failed ?? running.find(({ revocation }) => isUnchanged(revocation)) ?? health;
      if (own !== null) found.push(own);
    }
    if (last === null || !isSameList(last.found, found)) {
      const byUrgency = (a: Attention, b: Attention) =>
        ranks[a.kind] - ranks[b.kind] || recencyOf(b) - recencyOf(a);
      last = { found, sorted: found.toSorted(byUrgency) };
    }
    return last.sorted;
  };
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, place) => item === other[place]);
}

/** What a token may need attention for: what failed comes first, its health last. */
interface Concerns {
  readonly failed: Attention | null;
  /** Runs that need it if they stand still, newest first. */
  readonly running: readonly Extract<Attention, { kind: "unchanged" }>[];
  readonly health: Attention | null;
}

function concernsOf(vppToken: VppToken, now: number): Concerns {
  const { failed, running } = openRunsOf(vppToken);
  return {
    failed: failed === undefined ? null : ofFailure(failed, now),
    running: running.map((revocation) => ({ kind: "unchanged", vppToken, revocation })),
    health: ofHealth(vppToken, now),
  };
}

function ofFailure(failed: Revocation, now: number): Attention {
  const step = explainFailure(failed, now)?.steps[0] ?? "runAgain";
  const kind = failed.outcome === "failed" ? "failed" : "doneWithFailures";
  return { kind, vppToken: failed.vppToken, revocation: failed, step };
}

interface OpenRuns {
  /** The newest that failed, unless a later run has ended well or is under way. */
  readonly failed: Revocation | undefined;
  /** Newest first. */
  readonly running: readonly Revocation[];
}

const openRunsByToken = new WeakMap<VppToken, OpenRuns>();

/** Neither the time nor the history matters to it, so a VPP token that did not change is not looked through again. */
function openRunsOf(vppToken: VppToken): OpenRuns {
  const known = openRunsByToken.get(vppToken) ?? deriveOpenRuns(vppToken);
  openRunsByToken.set(vppToken, known);
  return known;
}

function deriveOpenRuns(vppToken: VppToken): OpenRuns {
  const newestFirst = [...deriveRevocations(vppToken)].sort((a, b) => startOf(b) - startOf(a));
  return {
    failed: newestFirst.find(isOpenFailure),
    running: newestFirst.filter(({ outcome }) => isRunning(outcome)),
  };
}

function ofHealth(vppToken: VppToken, now: number): Attention | null {
  const [concern] = deriveTokenConcerns(vppToken, now);
  return concern === undefined ? null : { kind: "token", vppToken, concern };
}

function recencyOf(attention: Attention): number {
  return attention.kind === "token" ? 0 : startOf(attention.revocation);
}
