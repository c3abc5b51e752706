import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { RequestMeter } from "../graph/requestMeter.ts";
import type { ReadPlan } from "./readPlan.ts";
import type { WatchFacts, WatchHealth } from "./watchHealth.ts";

/** Everything the interface may know of the watch, and all it may ask of it. */
export interface RevocationWatch extends WatchFacts {
  /** The last good data, or the pages of a first read so far; `null` before the first page. */
  readonly snapshot: VppTokensSnapshot | null;
  readonly isReading: boolean;
  readonly health: WatchHealth;
  readonly plan: ReadPlan;
  /** Running tokens that could not be read when last asked for: their last values stay. */
  readonly unreadTokens: number;
  /** Tokens that were not found when last asked for, until the next read of all tokens. */
  readonly goneTokens: number;
  /** Tokens that are listed, but not found when asked for by themselves: read only with all others. */
  readonly listedTokens: number;
  /** Another tab reads, and speaks to the desktop, for this one too. */
  readonly isFollowing: boolean;
  /** What this page sent to Graph; `null` where nobody counts. */
  readonly meter: Pick<RequestMeter, "read"> | null;
  /** Reads at once, also while paused. */
  refresh(): void;
  setPaused(isPaused: boolean): void;
}
