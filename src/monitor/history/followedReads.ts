import { type HistoryChange, joinChanges, noChange } from "./historyMemory.ts";
import type { ObservationBounds } from "./retention.ts";
import { withinBounds } from "./unwritten.ts";

/** What another page has read, in memory until the disk tells by its revision that somebody has written since. */
export interface FollowedReads {
  readonly change: () => HistoryChange;
  /** `revision`: of the disk now; `null`: it could not be asked. Whether the disk holds this and all before. */
  readonly take: (change: HistoryChange, revision: number | null) => boolean;
  /** This page has read or written the disk as it was then. */
  readonly know: (revision: number) => void;
  readonly forget: () => void;
  readonly bound: (bounds: ObservationBounds) => void;
  /** Whoever is followed has had news more than once and has not written them. */
  readonly isLeftUnwritten: () => boolean;
}

export function createFollowedReads(): FollowedReads {
  let followed = noChange;
  let seenRevision = 0;
  let newsInRow = 0;

  function know(revision: number): void {
    seenRevision = revision;
    newsInRow = 0;
  }

  function forget(): void {
    followed = noChange;
  }

  return {
    change: () => followed,
    take(change, revision) {
      if (revision !== null && revision > seenRevision) {
        know(revision);
        forget();
        return true;
      }
      followed = joinChanges(followed, change);
      newsInRow += change.tokens.size > 0 ? 1 : 0;
      return false;
    },
    know,
    forget,
    bound(bounds) {
      followed = withinBounds(followed, bounds);
    },
    isLeftUnwritten: () => newsInRow > 1,
  };
}
