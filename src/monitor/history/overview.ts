import { isRunning } from "../../domain/outcome.ts";
import { epochMsOf } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { deriveTotals, type RevocationTotals } from "../../domain/totals.ts";
import type { VppToken } from "../../domain/vppToken.ts";
import type { HistoryMemory } from "./historyMemory.ts";
import { type RememberedRevocation, type RememberedToken, revocationFromMemory } from "./remembered.ts";

/** Outcomes that end a run, in the order in which they are piled up. */
export const endedOutcomes = ["done", "canceled", "doneWithFailures", "failed"] as const;
export type EndedOutcome = (typeof endedOutcomes)[number];

export interface OverviewDay {
  /** Epoch ms; local midnight. */
  readonly from: number;
  readonly ended: Readonly<Record<EndedOutcome, number>>;
  readonly isWatched: boolean;
}

export interface OverviewToken {
  readonly vppToken: VppToken;
  /** Of what ended in these days or runs. Attempts, never licences. */
  readonly totals: RevocationTotals;
}

/** What was observed of the last days, by day and by VPP token. */
export interface Overview {
  /** Since when this browser has watched, as far as it remembers; epoch ms. */
  readonly watchedSince: number | null;
  /** Oldest first. */
  readonly days: readonly OverviewDay[];
  readonly running: number;
  /** Ended, but neither Intune nor this browser knows when. */
  readonly undated: number;
  /** Those with most failures first, then those with most attempts. */
  readonly tokens: readonly OverviewToken[];
}

/**
 * `dayStarts`: local midnights, oldest first, today's last; give the same array as long as it is the same day.
 * VPP tokens of which nothing new was observed are not looked into again.
 */
export function deriveOverview(memory: HistoryMemory, dayStarts: readonly number[]): Overview {
  const shares = [...memory.tokens.values()].map((token) => shareOf(token, dayStarts));
  const counts = dayStarts.map(() => ({ done: 0, canceled: 0, doneWithFailures: 0, failed: 0 }));
  for (const { endings } of shares) {
    for (const { day, outcome } of endings) {
      const count = counts[day];
      if (count !== undefined) count[outcome] += 1;
    }
  }
  return {
    watchedSince: memory.spans[0]?.from ?? null,
    days: dayStarts.map((from, index) => ({
      from,
      ended: counts[index] ?? { done: 0, canceled: 0, doneWithFailures: 0, failed: 0 },
      isWatched: isAnyWatched(memory, from, dayStarts[index + 1] ?? Number.POSITIVE_INFINITY),
    })),
    running: shares.reduce((sum, { running }) => sum + running, 0),
    undated: shares.reduce((sum, { undated }) => sum + undated, 0),
    tokens: shares
      .filter(({ totals }) => totals.revocations > 0)
      .sort(
        ({ totals: left }, { totals: right }) => right.failed - left.failed || right.attempts - left.attempts,
      ),
  };
}

const tokensPerTask = 200;

/** The same in several tasks, the first time over a large tenant; `nextTask` resolves in another one. */
export async function deriveOverviewInTasks(
  memory: HistoryMemory,
  dayStarts: readonly number[],
  nextTask: () => Promise<void>,
): Promise<Overview> {
  let inTask = 0;
  for (const token of memory.tokens.values()) {
    if (shares.get(token)?.of === dayStarts) continue;
    shareOf(token, dayStarts);
    inTask += 1;
    if (inTask % tokensPerTask === 0) await nextTask();
  }
  return deriveOverview(memory, dayStarts);
}

interface TokenShare extends OverviewToken {
  readonly endings: readonly { readonly day: number; readonly outcome: EndedOutcome }[];
  readonly running: number;
  readonly undated: number;
}

const shares = new WeakMap<RememberedToken, { readonly of: readonly number[]; readonly share: TokenShare }>();

function shareOf(token: RememberedToken, dayStarts: readonly number[]): TokenShare {
  const known = shares.get(token);
  if (known?.of === dayStarts) return known.share;
  const share = deriveShare(token, dayStarts);
  shares.set(token, { of: dayStarts, share });
  return share;
}

function deriveShare(token: RememberedToken, dayStarts: readonly number[]): TokenShare {
  const endings: { day: number; outcome: EndedOutcome }[] = [];
  const counted: Revocation[] = [];
  let [running, undated] = [0, 0];
  for (const remembered of token.revocations) {
    const revocation = revocationFromMemory(token, remembered);
    if (isRunning(revocation.outcome) && remembered.goneSince === null) {
      running += 1;
      counted.push(revocation);
    }
    const outcome = endedOutcomes.find((each) => each === revocation.outcome);
    if (outcome === undefined) continue;
    const endedAt = endOf(remembered);
    if (endedAt === null) undated += 1;
    const day = endedAt === null ? -1 : dayStarts.findLastIndex((from) => from <= endedAt);
    if (day < 0) continue;
    endings.push({ day, outcome });
    counted.push(revocation);
  }
  return { vppToken: token.vppToken, totals: deriveTotals(counted), endings, running, undated };
}

/** Intune's own date; without one, when the end was seen here, unless it had ended before anybody watched. */
function endOf({ result, changedAt, firstSeenAt }: RememberedRevocation): number | null {
  return epochMsOf(result.lastUpdatedAt) ?? (changedAt > firstSeenAt ? changedAt : null);
}

function isAnyWatched({ spans }: HistoryMemory, from: number, to: number): boolean {
  return spans.some((span) => span.from < to && span.to >= from);
}
