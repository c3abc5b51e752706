import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  withRoom: { paddingTop: "37px" },
  row: {
    display: "grid",
    gridTemplateColumns: "1.5fr 1.1fr 1.8fr 108px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXXL,
    height: "64px",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    height: "12px",
    borderRadius: tokens.borderRadiusMedium,
    // In high contrast every background is black; this stroke is seen there alone.
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground6,
    animationName: { from: { opacity: 1 }, "50%": { opacity: 0.5 }, to: { opacity: 1 } },
    animationDuration: "2s",
    animationIterationCount: "infinite",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
});

const widths = ["70%", "45%", "85%", "60%"];

interface SkeletonRowsProps {
  readonly count: number;
  /** `false`: leaves the room in which the table's header will stand. */
  readonly isBelowHeader: boolean;
}

/** The shape of rows to come, as high as real ones. */
export function SkeletonRows({ count, isBelowHeader }: SkeletonRowsProps) {
  const styles = useStyles();
  return (
    <div aria-hidden className={isBelowHeader ? undefined : styles.withRoom}>
      {[...Array(count).keys()].map((place) => (
        <div key={place} className={styles.row}>
          {widths.map((width) => (
            <span key={width} className={styles.bar} style={{ width }} />
          ))}
        </div>
      ))}
    </div>
  );
}
