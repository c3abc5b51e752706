/**
 * Why history is kept in memory only: switched off; nobody knows whose it is; no IndexedDB here; not allowed (private window, third-party frame);
 * held by another page; written by a newer version; no room; anything else, such as a damaged database.
 */
export type StorageTrouble =
  | "turnedOff"
  | "unknownAccount"
  | "missing"
  | "denied"
  | "blocked"
  | "newerVersion"
  | "full"
  | "failed";

export class StorageProblem extends Error {
  readonly trouble: StorageTrouble;

  constructor(trouble: StorageTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Rejects when the work has not ended in time; the work itself goes on. */
export async function inTime<Result>(work: Promise<Result>, longestMs: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageProblem("blocked")), longestMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
