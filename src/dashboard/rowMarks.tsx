import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { WatchMemory } from "../monitor/watchMemory.ts";

export type RowMark = "gone" | "unchanged";

/** What the history adds to rows. `now`: epoch ms. */
interface RowMarks {
  readonly marksOf: (revocation: Revocation, now: number) => readonly RowMark[];
  /** How long is long. */
  readonly unchangedMinutes: number;
}

const RowMarksContext = createContext<RowMarks>({ marksOf: () => [], unchangedMinutes: 0 });

interface RowMarksProviderProps {
  readonly memory: WatchMemory | null;
  readonly gone: readonly Revocation[];
  readonly unchangedMinutes: number;
  readonly children: ReactNode;
}

export function RowMarksProvider({ memory, gone, unchangedMinutes, children }: RowMarksProviderProps) {
  const marks = useMemo(
    () => ({ marksOf: createMarksOf(memory, gone), unchangedMinutes }),
    [memory, gone, unchangedMinutes],
  );
  return <RowMarksContext value={marks}>{children}</RowMarksContext>;
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
