/**
 * What one browser sends at most: a tenth of what Graph grants an app in a whole tenant, over all its users. Each part
 * of a `$batch` counts as a request.
 * Source: https://learn.microsoft.com/graph/throttling-limits#intune-service-limits
 */
export const requestBound = { parts: 100, windowMs: 20_000 } as const;

/** Parts that left together. `at`: epoch ms. */
export interface SentParts {
  readonly at: number;
  readonly parts: number;
}

/**
 * Shortest wait from the end of one read to the next, in milliseconds, with which reads of `parts` parts each keep the
 * bound in every stretch of `windowMs`, wherever it begins. That is more than an even share of the window: two reads of
 * 60 parts must not meet in one.
 */
export function boundIntervalMs(parts: number): number {
  const { parts: most, windowMs } = requestBound;
  if (parts > most) return (windowMs * parts) / most;
  return parts > 0 ? windowMs / Math.floor(most / parts) : 0;
}

/**
 * How long `parts` more parts must wait, in milliseconds, so that the window that ends with them keeps the bound; 0:
 * they may leave now. `sent`: oldest first. `now`: epoch ms; what was sent after it was sent before the clock was set back,
 * and is left out.
 */
export function roomInMs(sent: readonly SentParts[], parts: number, now: number): number {
  const recent = recentlySent(sent, now);
  let excess = sumOfParts(recent) + parts - requestBound.parts;
  let waitMs = 0;
  for (const each of recent) {
    if (excess <= 0) break;
    excess -= each.parts;
    waitMs = each.at + requestBound.windowMs - now;
  }
  return waitMs;
}

export function recentlySent(sent: readonly SentParts[], now: number): readonly SentParts[] {
  return sent.filter(({ at }) => at <= now && now - at < requestBound.windowMs);
}

export function sumOfParts(sent: readonly SentParts[]): number {
  return sent.reduce((sum, { parts }) => sum + parts, 0);
}
