/** When a person was at the page. Epoch ms. */
export interface Looking {
  /** Their last sign of life. */
  readonly lastAt: number;
  /** What came after it is news; `null`: nobody had looked before, to whom nothing is news. */
  readonly newsSince: number | null;
}

/** Who gives no sign for so long has left: what came since is news when they are back. */
const awayMs = 15 * 60_000;
/** A sign of life is kept to the minute, so that a moving pointer writes nothing. */
const finestMs = 60_000;

/**
 * A person points, types or brings the page to the front. What was news when they came stays news while they are here,
 * also through a reload, until they say that they have seen it. A clock that was set back makes no news of the past.
 */
export function lookAgain(before: Looking | null, now: number): Looking {
  if (before === null) return { lastAt: now, newsSince: null };
  const lastAt = Math.min(before.lastAt, now);
  if (now - lastAt >= awayMs) return { lastAt: now, newsSince: lastAt };
  if (before.lastAt === lastAt && now - lastAt < finestMs) return before;
  return { lastAt: now, newsSince: before.newsSince && Math.min(before.newsSince, now) };
}
