import * as v from "valibot";
import { lookingSchema } from "./historySchemas.ts";

/** `erased`: forget what is remembered. `added`: a file has brought more. `looked`: a person was at a page. */
const historyNews = v.variant("news", [
  v.object({ news: v.literal("erased") }),
  v.object({ news: v.literal("added") }),
  v.object({ news: v.literal("looked"), looking: lookingSchema }),
]);

export type HistoryNews = v.InferOutput<typeof historyNews>;

const message = v.object({ version: v.literal(1), said: historyNews });

export interface HistoryChannel {
  readonly announce: (news: HistoryNews) => void;
  readonly close: () => void;
}

/**
 * Tells the other pages of this browser what came of the history with this database, which they would notice only when
 * they write next. Without `BroadcastChannel` (some sandboxed frames refuse it) nothing is told and nothing fails.
 */
export function openHistoryChannel(
  databaseName: string,
  onNews: (news: HistoryNews) => void,
): HistoryChannel {
  const channel = openChannel(databaseName);
  channel?.addEventListener("message", ({ data }) => {
    if (v.is(message, data)) onNews(data.said);
  });
  return {
    announce: (said) => channel?.postMessage({ version: 1, said } satisfies v.InferOutput<typeof message>),
    close: () => channel?.close(),
  };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
