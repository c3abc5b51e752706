import { makeStyles, tokens } from "@fluentui/react-components";

/** Widths of the table, not of the page: an opened revocation stands beside it. They do not overlap. */
const noDuration = "@container (min-width: 820.02px) and (max-width: 1000px)";
const noStarted = "@container (min-width: 620.02px) and (max-width: 820px)";
const asCards = "@container (max-width: 620px)";

const columns = {
  display: "grid",
  columnGap: tokens.spacingHorizontalL,
  gridTemplateColumns: "minmax(0, 1.5fr) minmax(0, 1.1fr) minmax(0, 1.8fr) 108px 108px 92px",
  [noDuration]: { gridTemplateColumns: "minmax(0, 1.5fr) minmax(0, 1.1fr) minmax(0, 1.8fr) 108px 108px" },
  [noStarted]: { gridTemplateColumns: "minmax(0, 1.3fr) minmax(0, 1.2fr) minmax(0, 1.5fr) 100px" },
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
      columnGap: tokens.spacingHorizontalM,
      position: "static",
    },
  },
  row: {
    ...columns,
    alignItems: "start",
    padding: `10px ${tokens.spacingHorizontalM}`,
    [asCards]: {
      gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)",
      rowGap: tokens.spacingVerticalS,
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    },
  },
  wideInCard: { [asCards]: { gridColumn: "1 / -1" } },
  started: { [noStarted]: { display: "none" } },
  duration: { [noDuration]: { display: "none" }, [noStarted]: { display: "none" } },
  cardLabel: {
    display: "none",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [asCards]: { display: "block" },
  },
});
