import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  ground: { fill: tokens.colorBrandBackground },
  lines: {
    fill: "none",
    stroke: tokens.colorNeutralForegroundOnBrand,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  },
});

/** The product's mark; says nothing to a screen reader, because the name stands beside it. */
export function BrandMark() {
  const styles = useStyles();
  return (
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" className={styles.ground} />
      <g className={styles.lines}>
        <path d="M9 17a7 7 0 1 0 2.2-5.1" strokeWidth="3" />
        <path d="M9.2 7.4v5.2h5.2" strokeWidth="3" />
        <path d="m13 17 2.4 2.4L20 15" strokeWidth="2.6" />
      </g>
    </svg>
  );
}
