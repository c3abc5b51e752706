import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import { useText } from "../../i18n/useText.ts";
import type { OverviewToken } from "../../monitor/history/overview.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { runningColors } from "../../ui/runningColors.ts";
import { tokenName } from "../tokenName.ts";
import { useOverviewTableStyles } from "./tableStyles.ts";

interface TokensTableProps {
  readonly vppTokens: readonly OverviewToken[];
}

const mostTokens = 12;

/** Picture and table in one: a bar of attempts, the failed ones filled, beside its numbers. */
export function TokensTable({ vppTokens }: TokensTableProps) {
  const styles = useOverviewTableStyles();
  const text = useText();
  const intl = useIntl();
  const shown = vppTokens.slice(0, mostTokens);
  const most = Math.max(1, ...shown.map(({ totals }) => totals.attempts));
  const head = mergeClasses(styles.cell, styles.head);
  const number = mergeClasses(styles.cell, styles.number);
  if (shown.length === 0) return <p className={styles.line}>{text("overview.none")}</p>;
  return (
    <>
      <table className={styles.table} aria-label={text("overview.tokens.table")}>
        <thead>
          <tr>
            <th scope="col" className={head}>
              {text("table.column.token")}
            </th>
            <th scope="col" className={mergeClasses(head, styles.number)}>
              {text("overview.attempts")}
            </th>
            <th scope="col" className={mergeClasses(head, styles.number)}>
              {text("overview.failed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ vppToken, totals: { attempts, failed, leftOut } }) => (
            <tr key={vppToken.id}>
              <th scope="row" className={styles.cell}>
                <BidiText text={tokenName(vppToken)} overflow="wrap" />
                <Bar attempts={attempts} failed={failed} most={most} />
              </th>
              <td className={number}>
                {intl.formatNumber(attempts)}
                {leftOut > 0 && ` ${text("summary.leftOut", { count: leftOut })}`}
              </td>
              <td className={number}>{intl.formatNumber(failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {vppTokens.length > mostTokens && (
        <p className={styles.line}>{text("overview.moreTokens", { count: vppTokens.length - mostTokens })}</p>
      )}
    </>
  );
}

interface BarProps {
  readonly attempts: number;
  readonly failed: number;
  /** Attempts of the longest bar. */
  readonly most: number;
}

const barWidth = 400;

/** Says nothing that the numbers beside it do not say. */
function Bar({ attempts, failed, most }: BarProps) {
  const styles = useStyles();
  const widthOf = (count: number) => Math.max((count / most) * (barWidth - 2), count > 0 ? 2 : 0);
  return (
    <svg className={styles.bar} viewBox={`0 0 ${barWidth} 10`} preserveAspectRatio="none" aria-hidden>
      <rect x="1" y="1" width={widthOf(attempts)} height="8" className={styles.attempts} />
      <rect x="1" y="1" width={widthOf(failed)} height="8" className={styles.failed} />
    </svg>
  );
}

const useStyles = makeStyles({
  bar: {
    display: "block",
    width: "100%",
    maxWidth: "480px",
    height: "10px",
    // From the side of the names.
    ":dir(rtl)": { transform: "scaleX(-1)" },
  },
  attempts: {
    fill: tokens.colorNeutralBackground1,
    stroke: runningColors.stroke,
    vectorEffect: "non-scaling-stroke",
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  failed: {
    fill: tokens.colorPaletteRedForeground1,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
});
