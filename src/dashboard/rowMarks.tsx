import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { NewsByKey } from "../monitor/history/news.ts";
import type { WatchMemory } from "../monitor/watchMemory.ts";

export type RowMark = "gone" | "unchanged";

/** What the history adds to rows. `now`: epoch ms. */
interface RowMarks {
  readonly marksOf: (revocation: Revocation, now: number) => readonly RowMark[];
  /** Since somebody last looked. */
  readonly news: NewsByKey;
  /** How long is long. */
  readonly unchangedMinutes: number;
}

const noNews: NewsByKey = new Map();
const RowMarksContext = createContext<RowMarks>({ marksOf: () => [], news: noNews, unchangedMinutes: 0 });

interface RowMarksProviderProps {
  readonly memory: WatchMemory | null;
  readonly gone: readonly Revocation[];
  readonly news?: NewsByKey;
  readonly unchangedMinutes: number;
  readonly children: ReactNode;
}

export function RowMarksProvider(props: RowMarksProviderProps) {
  const { memory, gone, news = noNews, unchangedMinutes, children } = props;
  const marks = useMemo(
    () => ({ marksOf: createMarksOf(memory, gone), news, unchangedMinutes }),
    [memory, gone, news, unchangedMinutes],
  );
  return <RowMarksContext.Provider value={marks}>{children}</RowMarksContext.Provider>;
}

export function useRowMarks(): RowMarks {
  return useContext(RowMarksContext);
}

function createMarksOf(memory: WatchMemory | null, gone: readonly Revocation[]): RowMarks["marksOf"] {
  const isGone = new Set(gone);
  return (revocation, now) => {
    if (isGone.has(revocation)) return ["gone"];
    return memory?.isUnchangedForLong(revocation.identity, now) ? ["unchanged"] : [];
  };
}
