import { deriveItemwise, type Itemwise } from "./itemwise.ts";
import { isRunning } from "./outcome.ts";
import { deriveRevocations, type Revocation } from "./revocation.ts";
import { deriveEndings, type RevocationEvent } from "./revocationEvents.ts";
import type { VppTokensSnapshot } from "./snapshot.ts";
import type { VppToken } from "./vppToken.ts";

/** A whole read of Graph. `at`: epoch ms. */
export interface NewsLook {
  readonly snapshot: VppTokensSnapshot;
  readonly at: number;
  /** Whether a running revocation has not moved for long; `null` while that is not known. */
  readonly isUnchanged: ((revocation: Revocation) => boolean) | null;
}

type Running = Itemwise<VppToken, readonly Revocation[]>;

/** What has been seen and told so far. */
export interface NewsWatch {
  readonly since: number;
  readonly last: NewsLook;
  /** Keys of those that ended and were told of. */
  readonly told: ReadonlySet<string>;
  /** Keys of those that stand still; `null` while nobody could tell. */
  readonly unchanged: ReadonlySet<string> | null;
  /** What ran of each token when that was last asked; `null` while nobody could tell what stands still. */
  readonly running: Running | null;
}

interface Looked {
  readonly watch: NewsWatch;
  readonly events: readonly RevocationEvent[];
}

/** Takes in a read. The first one, and what stood still when that was first known, is no news. Each ending is told once. */
export function lookForNews(before: NewsWatch | null, look: NewsLook): Looked {
  const running = runningIn(before, look);
  const unchanged = running && look.isUnchanged && unchangedIn(running.results, look.isUnchanged);
  const keys = unchanged && new Set(unchanged.map(({ key }) => key));
  if (before === null) {
    return { watch: { since: look.at, last: look, told: new Set(), unchanged: keys, running }, events: [] };
  }
  const { since, last } = before;
  const endings = deriveEndings(last.snapshot, look.snapshot, { since, lookedAt: last.at, now: look.at });
  const fresh = endings.filter(({ revocation }) => !before.told.has(revocation.key));
  const standstills = before.unchanged === null ? [] : (unchanged ?? []).filter(isNewIn(before.unchanged));
  const told =
    fresh.length === 0
      ? before.told
      : new Set([...before.told, ...fresh.map(({ revocation }) => revocation.key)]);
  return {
    watch: { since, last: look, told, unchanged: keys ?? before.unchanged, running },
    events: [
      ...fresh,
      ...standstills.map((revocation) => {
        return { kind: "unchanged", revocation, happenedAt: look.at, isEarliest: false } as const;
      }),
    ],
  };
}

function isNewIn(known: ReadonlySet<string>): (revocation: Revocation) => boolean {
  return ({ key }) => !known.has(key);
}

/** One for all: most tokens have nothing running. */
const noneRunning: readonly Revocation[] = [];

function runningOf(token: VppToken): readonly Revocation[] {
  const running = deriveRevocations(token).filter(({ outcome }) => isRunning(outcome));
  return running.length === 0 ? noneRunning : running;
}

function runningIn(before: NewsWatch | null, { snapshot, isUnchanged }: NewsLook): Running | null {
  const known = before?.running ?? null;
  return isUnchanged === null ? known : deriveItemwise(known, snapshot.tokens, runningOf);
}

function unchangedIn(
  running: readonly (readonly Revocation[])[],
  isUnchanged: (revocation: Revocation) => boolean,
): readonly Revocation[] {
  const found: Revocation[] = [];
  for (const ofToken of running) for (const one of ofToken) if (isUnchanged(one)) found.push(one);
  return found;
}
