import type { Revocation, RevocationIdentity } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { History } from "./history/history.ts";
import type { NewsByKey } from "./history/news.ts";
import type { RecordedRead } from "./history/recordSnapshot.ts";

/** What the list asks of the history; the whole of it is loaded later than the list. */
export interface WatchMemory {
  readonly history: History;
  /** Revocations that Intune no longer reports, as it reported them last. The same memory gives the same array. */
  readonly noLongerReported: () => readonly Revocation[];
  /** A running revocation that has not moved for `unchangedMinutes`. `now`: epoch ms. */
  readonly isUnchangedForLong: (identity: RevocationIdentity, now: number) => boolean;
  /** What is new since somebody last looked. The same news are the same object. */
  readonly news: () => NewsByKey;
}

/**
 * Takes the reads in. `record` writes them, `recordPart` what has come of a page's first one before its end (`readAt`:
 * epoch ms); both resolve when it is on disk, or cannot be. `follow` takes in what another tab has written.
 */
export interface ReadRecorder {
  readonly record: (read: RecordedRead) => Promise<void>;
  readonly recordPart: (soFar: VppTokensSnapshot, readAt: number) => Promise<void>;
  readonly follow: (read: RecordedRead) => Promise<void>;
}
