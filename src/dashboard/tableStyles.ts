import { makeStyles, tokens } from "@fluentui/react-components";

/** Widths of the table, not of the page: an opened revocation stands beside it. They do not overlap. */
const middle = "@container (min-width: 820.02px) and (max-width: 1000px)";
const narrow = "@container (min-width: 620.02px) and (max-width: 820px)";
const asCards = "@container (max-width: 620px)";

const columns = {
  display: "grid",
  columnGap: tokens.spacingHorizontalL,
  gridTemplateColumns: "var(--columns)",
  [middle]: { gridTemplateColumns: "var(--columns-middle)" },
  [narrow]: { gridTemplateColumns: "var(--columns-narrow)" },
} as const;

/** Shared by the header and the rows, so that they line up at every width. */
export const useTableStyles = makeStyles({
  header: {
    ...columns,
    position: "sticky",
    top: "var(--table-top, 0px)",
    zIndex: 1,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    [asCards]: {
      display: "flex",
      flexWrap: "wrap",
      columnGap: tokens.spacingHorizontalL,
      position: "static",
    },
  },
  row: {
    ...columns,
    alignItems: "start",
    padding: `10px ${tokens.spacingHorizontalM}`,
    [asCards]: {
      // Never narrower than their labels, which do not break.
      gridTemplateColumns: "auto auto auto",
      rowGap: tokens.spacingVerticalS,
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    },
  },
  /** Room for an arrow is kept only where columns must line up. */
  sortButton: { minHeight: "36px", [asCards]: { minHeight: "28px" } },
  sortArrow: { visibility: "hidden", [asCards]: { display: "none" } },
  compact: { paddingBlock: "3px", alignItems: "center", [asCards]: { rowGap: 0 } },
  earlier: { paddingInlineStart: "28px" },
  wideInCard: { [asCards]: { gridColumn: "1 / -1" } },
  inNarrow: { [narrow]: { display: "none" } },
  inMiddle: { [middle]: { display: "none" }, [narrow]: { display: "none" } },
  cardLabel: {
    display: "none",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "normal",
    [asCards]: { display: "block" },
  },
});
