// biome-ignore-all lint/a11y/useSemanticElements: `tr` and `td` cannot be placed one by one as virtual rows, nor turned into cards where it is narrow, without losing their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: a row is not a stop of its own, the button in it is
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type MouseEvent, memo } from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { RowCells, type RowCellsProps } from "./RowCells.tsx";
import { useTableStyles } from "./tableStyles.ts";

interface RevocationRowProps extends RowCellsProps {
  readonly onToggle: (vppToken: VppToken) => void;
  /** Place among all rows, from 0. */
  readonly index: number;
  /** Pixels from the top of the table's body, where it does not follow the rows before it. */
  readonly apartAt: number | null;
  readonly isOpen: boolean;
  readonly onOpen: (revocation: Revocation) => void;
}

/** Renders again only when its revocation, its place or its being open changes; times tick in their own cells. */
export const RevocationRow = memo(function RevocationRow(props: RevocationRowProps) {
  const { revocation, columns, isCompact, lead, isExpanded, onToggle, index, apartAt, isOpen, onOpen } =
    props;
  const styles = useStyles();
  const table = useTableStyles();
  const open = ({ target, currentTarget }: MouseEvent<HTMLElement>) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.hasAttribute("aria-expanded")) return onToggle(revocation.vppToken);
    const isSelectingText = currentTarget.ownerDocument.getSelection()?.isCollapsed === false;
    if (button !== null || !isSelectingText) onOpen(revocation);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a larger target for the mouse; by keys the name, a button in the row, does the same
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={lead === undefined ? undefined : lead === null ? 2 : 1}
      aria-expanded={lead && lead.length > 1 ? isExpanded : undefined}
      aria-current={isOpen ? "true" : undefined}
      data-index={index}
      className={mergeClasses(
        table.row,
        isCompact && table.compact,
        styles.row,
        apartAt !== null && styles.apart,
        isOpen && styles.open,
      )}
      style={apartAt === null ? undefined : { top: apartAt }}
      onClick={open}
    >
      <RowCells
        revocation={revocation}
        columns={columns}
        isCompact={isCompact}
        lead={lead}
        isExpanded={isExpanded}
      />
    </div>
  );
});

const useStyles = makeStyles({
  row: {
    position: "relative",
    boxSizing: "border-box",
    cursor: "pointer",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
  },
  apart: { position: "absolute", width: "100%" },
  open: {
    backgroundColor: tokens.colorNeutralBackground3,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    "::before": {
      content: "''",
      position: "absolute",
      insetBlock: 0,
      insetInlineStart: 0,
      width: "3px",
      backgroundColor: tokens.colorCompoundBrandStroke,
      forcedColorAdjust: "none",
      "@media (forced-colors: active)": { backgroundColor: "Highlight" },
    },
  },
});
