import type { FluentIcon } from "@fluentui/react-icons";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { HourglassHalfRegular } from "@fluentui/react-icons/svg/hourglass-half";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import type { ReactNode } from "react";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { EmptyState } from "./EmptyState.tsx";
import { type EmptyKind, emptyKind } from "./emptyKind.ts";
import { SkeletonRows } from "./SkeletonRows.tsx";

interface TableAreaProps {
  readonly watch: RevocationWatch;
  /** Of the snapshot, whatever is filtered. */
  readonly revocationsCount: number;
  readonly rowsCount: number;
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
  if (revocationsCount === 0) return <NoRevocations snapshot={snapshot} />;
  return rowsCount === 0 ? <NothingMatches count={revocationsCount} onClear={onClearFilters} /> : table;
}

function NothingRead({ watch: { problem, health } }: { readonly watch: RevocationWatch }) {
  const text = useText();
  if (problem !== null) return null;
  if (health === "starting" || health === "late") return <SkeletonRows count={8} isBelowHeader={false} />;
  return <EmptyState icon={HourglassHalfRegular} help={text("empty.unreadHelp")} />;
}

const emptyIcons = {
  noTokens: KeyRegular,
  notReported: QuestionCircleRegular,
  noRevocations: CheckmarkCircleRegular,
} as const satisfies Record<EmptyKind, FluentIcon>;

function NoRevocations({ snapshot }: { readonly snapshot: VppTokensSnapshot }) {
  const text = useText();
  const kind = emptyKind(snapshot);
  const count = snapshot.tokens.length;
  return <EmptyState icon={emptyIcons[kind]} help={text(`empty.${kind}Help`, { count })} />;
}

function NothingMatches({ count, onClear }: { readonly count: number; readonly onClear: () => void }) {
  const text = useText();
  return (
    <EmptyState
      icon={SearchRegular}
      title={text("empty.filtered")}
      help={text("empty.filteredHelp", { count })}
      onClear={onClear}
    />
  );
}
