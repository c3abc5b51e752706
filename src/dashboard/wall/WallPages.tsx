// biome-ignore-all lint/a11y/useSemanticElements: `tr` and `td` cannot share the height of a screen among them without losing their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: nobody is at a wall, and nothing in its rows can be pressed
import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useRef } from "react";
import { useText } from "../../i18n/useText.ts";
import { useNow, useTimed } from "../../monitor/clock.tsx";
import { useFittingRows } from "./useFittingRows.ts";
import { WallRow } from "./WallRow.tsx";
import type { WallRows } from "./wallRows.ts";

interface WallPagesProps {
  readonly list: WallRows;
  /** Of a page; fewer where they need more room. */
  readonly mostRows: number;
}

/** How long a page stands: long enough to read it twice. */
const pageMs = 15_000;

/**
 * The rows, a screen at a time. Which page stands follows from the time of day alone, so it turns without a timer of its
 * own and several walls turn together. A new page is there at once or fades in; nothing slides.
 */
export function WallPages({ list: { rows, leftOut }, mostRows }: WallPagesProps) {
  const table = useRef<HTMLDivElement>(null);
  const listed = useMemo(() => rows.map(({ key }) => key).join(" "), [rows]);
  const rowsPerPage = useFittingRows(table, mostRows, listed);
  const styles = useStyles();
  const text = useText();
  const now = useNow(pageMs);
  const pages = Math.ceil(rows.length / rowsPerPage);
  const page = useTimed(useCallback((at) => Math.floor(at / pageMs) % pages, [pages]));
  const first = page * rowsPerPage;
  const shown = rows.slice(first, first + rowsPerPage);
  return (
    <>
      <div
        ref={table}
        role="table"
        aria-label={text("table.label", { count: rows.length })}
        aria-rowcount={rows.length + 1}
        className={styles.table}
      >
        <div role="row" aria-rowindex={1} className={styles.spokenOnly}>
          {(["state", "token", "licences"] as const).map((column) => (
            <span key={column} role="columnheader">
              {text(`table.column.${column}`)}
            </span>
          ))}
          <span role="columnheader">{text("wall.why")}</span>
        </div>
        <div
          key={page}
          role="rowgroup"
          className={styles.page}
          style={{ gridTemplateRows: `repeat(${rowsPerPage}, minmax(min-content, 1fr))` }}
        >
          {shown.map((revocation, index) => (
            <WallRow key={revocation.key} revocation={revocation} position={first + index + 1} now={now} />
          ))}
        </div>
      </div>
      <p className={styles.foot}>
        {pages > 1 && <span>{text("wall.page", { page: page + 1, pages })}</span>}
        {pages > 1 && <Dots page={page} pages={pages} />}
        {leftOut > 0 && <span>{text("wall.leftOut", { count: leftOut })}</span>}
      </p>
    </>
  );
}

function Dots({ page, pages }: { readonly page: number; readonly pages: number }) {
  const styles = useStyles();
  return (
    <span aria-hidden className={styles.dots}>
      {Array.from({ length: pages }, (_, index) => (index === page ? "●" : "○")).join(" ")}
    </span>
  );
}

const useStyles = makeStyles({
  table: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gridTemplateRows: "minmax(0, 1fr)",
    minHeight: 0,
    overflow: "hidden",
  },
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    minHeight: 0,
    "@media (prefers-reduced-motion: no-preference)": {
      animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
      animationDuration: "0.4s",
    },
  },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "max(12px, 1.5 * var(--wall-unit))",
    margin: 0,
    fontSize: "max(13px, 1.3 * var(--wall-unit))",
    lineHeight: 1.3,
    color: tokens.colorNeutralForeground2,
    ":empty": { display: "none" },
  },
  dots: { letterSpacing: "0.1em" },
  spokenOnly: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
