import type { RevocationIdentity } from "../../domain/revocation.ts";
import type { ImportProblem, ImportRefusal } from "./collectImport.ts";
import type { HistoryMemory } from "./historyMemory.ts";
import type { HistoryStorage } from "./historyStore.ts";
import type { TextPieces } from "./linesOf.ts";
import type { Looking } from "./looking.ts";
import type { Observation } from "./observation.ts";
import type { RecordedRead } from "./recordSnapshot.ts";

export interface HistoryState {
  /** `tokens` keeps its identity while nothing that was seen has changed. */
  readonly memory: HistoryMemory;
  readonly storage: HistoryStorage;
  /** When a person was here, also before this page was opened; `null`: never. */
  readonly looking: Looking | null;
}

/** Counts are lines of the file. */
export interface ImportReport {
  /** Why nothing was taken; `null` when the file was read. */
  readonly refusal: ImportRefusal | null;
  readonly taken: number;
  readonly alreadyThere: number;
  readonly unreadable: number;
  /** The first of the unreadable ones. */
  readonly problems: readonly ImportProblem[];
}

/**
 * What was observed of one account's revocations. Where the disk fails nothing rejects: `getState().storage` says so,
 * and memory takes over. What is asked for is done one after the other.
 */
export interface History {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => HistoryState;
  /** How long what Intune no longer reports is remembered. */
  readonly days: number;
  /** Resolves when the read is on disk, or kept in memory: show it then. Gives what was new in it. */
  readonly record: (read: RecordedRead) => Promise<readonly Observation[]>;
  /** Takes in a read that another page of this account has recorded; writes nothing. */
  readonly follow: (read: RecordedRead) => Promise<readonly Observation[]>;
  /** Takes over everything that another page has written. */
  readonly reload: () => Promise<void>;
  /** Oldest first; empty when it is not remembered. */
  readonly observationsOf: (identity: RevocationIdentity) => Promise<readonly Observation[]>;
  /** A person gives a sign of life. */
  readonly look: () => Promise<void>;
  /** A person has seen all news. */
  readonly seeAll: () => Promise<void>;
  /** The whole history as JSON Lines, a line and its end at a time. */
  readonly exportLines: () => AsyncGenerator<string>;
  /**
   * Adds what a file holds. `isTenantConfirmed`: a person means a file without a header, or of another tenant. Rejects
   * only when the file itself cannot be read to its end.
   */
  readonly importLines: (
    pieces: TextPieces,
    options?: { readonly isTenantConfirmed?: boolean },
  ) => Promise<ImportReport>;
  /** Forgets everything. `false` when the browser did not let go of what is on disk. */
  readonly erase: () => Promise<boolean>;
  readonly close: () => void;
}
