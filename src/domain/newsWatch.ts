import { isRunning } from "./outcome.ts";
import { deriveRevocations, type Revocation } from "./revocation.ts";
import { deriveEndings, type RevocationEvent } from "./revocationEvents.ts";
import type { VppTokensSnapshot } from "./snapshot.ts";

/** A whole read of Graph. `at`: epoch ms. */
export interface NewsLook {
  readonly snapshot: VppTokensSnapshot;
  readonly at: number;
  /** Whether a running revocation has not moved for long; `null` while that is not known. */
  readonly isUnchanged: ((revocation: Revocation) => boolean) | null;
}

/** What has been seen and told so far. */
export interface NewsWatch {
  readonly since: number;
  readonly last: NewsLook;
  /** Keys of those that ended and were told of. */
  readonly told: ReadonlySet<string>;
  /** Keys of those that stand still; `null` while nobody could tell. */
  readonly unchanged: ReadonlySet<string> | null;
}

interface Looked {
  readonly watch: NewsWatch;
  readonly events: readonly RevocationEvent[];
}

/** Takes in a read. The first one, and what stood still when that was first known, is no news. Each ending is told once. */
export function lookForNews(before: NewsWatch | null, look: NewsLook): Looked {
  const unchanged = unchangedIn(look);
  const keys = unchanged && new Set(unchanged.map(({ key }) => key));
  if (before === null) {
    return { watch: { since: look.at, last: look, told: new Set(), unchanged: keys }, events: [] };
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
    watch: { since, last: look, told, unchanged: keys ?? before.unchanged },
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

/** Only tokens with something running are looked into. */
function unchangedIn({ snapshot, isUnchanged }: NewsLook): readonly Revocation[] | null {
  if (isUnchanged === null) return null;
  return snapshot.tokens.flatMap((token) =>
    deriveRevocations(token).filter((revocation) => isRunning(revocation.outcome) && isUnchanged(revocation)),
  );
}
