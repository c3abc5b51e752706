import { type PollSettings, shortestHiddenMs } from "../domain/pollDelay.ts";
import type { RecordedRead } from "./history/recordSnapshot.ts";
import { planRead } from "./readPlan.ts";
import type { WatchedTokens } from "./watchedTokens.ts";

/** A read as the history takes it in. */
export function recordedRead(
  watched: WatchedTokens,
  settings: PollSettings,
  { askedAt, isHidden }: Pick<RecordedRead, "askedAt" | "isHidden">,
): RecordedRead {
  const { snapshot, readAt, fullReadAt, notFound } = watched;
  const { configuredMs, boundMs } = planRead(watched, settings);
  return {
    snapshot,
    readAt: readAt ?? 0,
    askedAt,
    isHidden,
    isFull: fullReadAt !== null && fullReadAt === readAt,
    ...(notFound && { notFound: [...notFound].flatMap(([id, { isListed }]) => (isListed ? [] : [id])) }),
    intervalMs: Math.max(configuredMs, boundMs, isHidden ? shortestHiddenMs : 0),
  };
}
