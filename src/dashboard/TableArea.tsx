import type { ReactNode } from "react";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { emptyKind } from "./emptyKind.ts";
import { SkeletonRows } from "./SkeletonRows.tsx";

const emptyTable = laterPart(async () => (await import("./EmptyTable.tsx")).EmptyTable);

/** What the list asks of the watch. */
export type ListedWatch = Pick<RevocationWatch, "snapshot" | "problem" | "health" | "isReading">;

interface TableAreaProps {
  readonly watch: ListedWatch;
  /** Of the snapshot, whatever is filtered. */
  readonly revocationsCount: number;
  /** `null`: not known yet. */
  readonly rowsCount: number | null;
  readonly onClearFilters: () => void;
  readonly table: ReactNode;
}

/** The table, or in its place what there is instead of rows; nothing is called empty before it was read whole. */
export function TableArea({ watch, revocationsCount, rowsCount, onClearFilters, table }: TableAreaProps) {
  const { snapshot } = watch;
  if (snapshot === null) return <NothingRead watch={watch} />;
  if (!snapshot.isComplete) {
    return (
      <>
        {table}
        {watch.isReading && <SkeletonRows count={3} isBelowHeader />}
      </>
    );
  }
  if (revocationsCount === 0) {
    return <Later part={emptyTable} props={{ kind: emptyKind(snapshot), count: snapshot.tokens.length }} />;
  }
  if (rowsCount === null) return <SkeletonRows count={8} isBelowHeader={false} />;
  if (rowsCount > 0) return table;
  return (
    <Later part={emptyTable} props={{ kind: "filtered", count: revocationsCount, onClear: onClearFilters }} />
  );
}

function NothingRead({ watch: { problem, health } }: Pick<TableAreaProps, "watch">) {
  if (problem !== null) return null;
  if (health === "starting" || health === "late") return <SkeletonRows count={8} isBelowHeader={false} />;
  return <Later part={emptyTable} props={{ kind: "unread", count: 0 }} />;
}
