import { createContext, type ReactNode, useContext } from "react";
import { useNow } from "../monitor/clock.tsx";

const TableNowContext = createContext<number | null>(null);

/** One slow tick for every time in the table, so that only those small cells render again. */
export function TableNowProvider({ children }: { readonly children: ReactNode }) {
  const now = useNow(5_000);
  return <TableNowContext.Provider value={now}>{children}</TableNowContext.Provider>;
}

/** Epoch ms. */
export function useTableNow(): number {
  const now = useContext(TableNowContext);
  if (now === null) throw new Error("useTableNow needs a TableNowProvider");
  return now;
}
