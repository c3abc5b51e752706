import { mergeClasses } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import { useText } from "../../i18n/useText.ts";
import { endedOutcomes, type OverviewDay } from "../../monitor/history/overview.ts";
import { useOverviewTableStyles } from "./tableStyles.ts";

interface DaysTableProps {
  readonly days: readonly OverviewDay[];
}

/** What the picture of the days shows, in numbers, the latest first. */
export function DaysTable({ days }: DaysTableProps) {
  const styles = useOverviewTableStyles();
  const text = useText();
  const intl = useIntl();
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <table className={styles.table} aria-label={text("overview.days", { days: days.length })}>
      <thead>
        <tr>
          <th scope="col" className={head}>
            {text("overview.day")}
          </th>
          {endedOutcomes.map((outcome) => (
            <th key={outcome} scope="col" className={mergeClasses(head, styles.number)}>
              {text(`state.${outcome}`)}
            </th>
          ))}
          <th scope="col" className={head}>
            {text("overview.watched")}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ from, ended, isWatched }) => (
          <tr key={from}>
            <th scope="row" className={styles.cell}>
              {intl.formatDate(from, { weekday: "short", day: "numeric", month: "short" })}
            </th>
            {endedOutcomes.map((outcome) => (
              <td key={outcome} className={mergeClasses(styles.cell, styles.number)}>
                {intl.formatNumber(ended[outcome])}
              </td>
            ))}
            <td className={styles.cell}>
              {text(isWatched ? "overview.watched.yes" : "overview.watched.no")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
