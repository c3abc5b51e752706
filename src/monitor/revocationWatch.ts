import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { GraphError } from "../graph/graphError.ts";

/** Everything the interface may know of the watch. Times are epoch ms. */
export interface RevocationWatch {
  /** The last good data, or the pages of a first read so far; `null` before the first page. */
  readonly snapshot: VppTokensSnapshot | null;
  /** When Graph last answered a whole read. */
  readonly lastReadAt: number | null;
  /** When the next read is due; `null` while none is planned. */
  readonly nextReadAt: number | null;
  readonly isReading: boolean;
  readonly isPaused: boolean;
  readonly isOnline: boolean;
  /** What went wrong with the last read; `null` after a success. */
  readonly problem: GraphError | null;
  readonly health: WatchHealth;
  refresh(): void;
  setPaused(isPaused: boolean): void;
}

/**
 * How far the screen can be trusted now. `live`: read on time. `late`: a read is overdue. `stale`: the last good
 * data is older than three intervals and reading fails.
 */
export type WatchHealth =
  | "starting"
  | "live"
  | "late"
  | "stale"
  | "failing"
  | "throttled"
  | "offline"
  | "paused"
  | "signInNeeded"
  | "denied";
