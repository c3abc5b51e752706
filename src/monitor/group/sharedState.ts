import type { SentParts } from "../../domain/requestBound.ts";
import type { GraphError } from "../../graph/graphError.ts";
import type { WatchedTokens } from "../watchedTokens.ts";

/** All that the tabs of a group have in common. Times are epoch ms, 0 for never. */
export interface SharedState {
  readonly data: WatchedTokens | null;
  readonly dataUpdatedAt: number;
  readonly problem: GraphError | null;
  readonly errorUpdatedAt: number;
  readonly isReading: boolean;
  /** The leader is out of sight. */
  readonly isHidden: boolean;
  /** Failed reads in a row and the jitter of the last read: with them the next read is due at the same time everywhere. */
  readonly failures: number;
  readonly jitter: number;
  /** What was sent within the window of the request bound, which is of all tabs together. */
  readonly sent: readonly SentParts[];
}

/** Names the data that a tab has in common with its leader. */
export interface Anchor {
  readonly revision: string;
  readonly data: WatchedTokens | null;
}
