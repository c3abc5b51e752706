import { makeStyles, tokens } from "@fluentui/react-components";

/** Below this width an opened revocation takes the place of the list. */
const besideList = "@media (min-width: 1024px)";
const inPlaceOfList = "@media not all and (min-width: 1024px)";
/** Where the window is low, or zoomed in, nothing may stick and cover what is read. `--page-top`: what a portal covers. */
const roomToStick = "@media (min-width: 768px) and (min-height: 600px)";

export const useDashboardStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    // A notice stands there and must not cover what has the focus: see `useNoticeRoom`.
    paddingBottom: `calc(${tokens.spacingVerticalXXXL} + var(--notice-room, 0px))`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // The table holds its own place: see `useOffsetInPage`.
    overflowAnchor: "none",
  },
  top: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalM,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingBlock: tokens.spacingVerticalS,
    [roomToStick]: { position: "sticky", top: "var(--page-top, 0px)" },
  },
  answer: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", columnGap: tokens.spacingHorizontalL },
  columnsWithDetails: {
    [besideList]: { gridTemplateColumns: "minmax(0, 1fr) auto" },
  },
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  /** Laid out but out of sight, so that rows keep their measured heights. */
  listBehindDetails: {
    [inPlaceOfList]: { height: 0, overflow: "hidden", visibility: "hidden" },
  },
  details: {
    minWidth: 0,
    [besideList]: {
      position: "sticky",
      top: "var(--table-top, 0px)",
      alignSelf: "start",
      boxSizing: "border-box",
      maxHeight: "calc(100vh - var(--table-top, 0px))",
      overflowY: "auto",
      paddingBottom: "var(--notice-room, 0px)",
      scrollPaddingBottom: "var(--notice-room, 0px)",
    },
  },
});
