import { makeStyles } from "@fluentui/react-components";
import { outcomeGroups } from "../../domain/outcome.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { deriveTotals } from "../../domain/totals.ts";
import { useText } from "../../i18n/useText.ts";
import { describeShortly, type IncidentStyle, instantText } from "./incident.ts";
import type { Naming } from "./naming.ts";

interface PrintedListProps {
  readonly revocations: readonly Revocation[];
  readonly most: number;
  readonly named: Naming;
  readonly style: IncidentStyle;
}

/** Sums and rows, in words and numbers, so that nothing hangs on colour. */
export function PrintedList({ revocations, most, named, style }: PrintedListProps) {
  const styles = useStyles();
  const text = useText();
  const columns = ["token", "state", "licences", "started", "updated"] as const;
  return (
    <>
      <Sums revocations={revocations} />
      <table className={styles.table}>
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead className={styles.head}>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {text(`table.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {revocations.slice(0, most).map((revocation) => {
            const { name, place, state, reason, progress } = describeShortly(named(revocation), style);
            return (
              <tr key={revocation.key} className={styles.row}>
                <td className={styles.cell}>
                  <strong>{name}</strong> {place}
                </td>
                <td className={styles.cell}>
                  <strong>{state}</strong> {reason}
                </td>
                <td className={styles.cell}>{progress}</td>
                <td className={styles.cell}>{instantText(revocation.result.startedAt, style)}</td>
                <td className={styles.cell}>{instantText(revocation.result.lastUpdatedAt, style)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {revocations.length > most && (
        <p>{text("export.summary.firstOf", { shown: most, count: revocations.length })}</p>
      )}
    </>
  );
}

function Sums({ revocations }: Pick<PrintedListProps, "revocations">) {
  const text = useText();
  const { byGroup, attempts, failed, leftOut } = deriveTotals(revocations);
  return (
    <>
      <p>
        <strong>
          {text("export.summary.count")}: {text("value.number", { count: revocations.length })}
        </strong>
        {outcomeGroups
          .filter((group) => byGroup[group] > 0)
          .map(
            (group) => ` · ${text(`summary.${group}`)}: ${text("value.number", { count: byGroup[group] })}`,
          )}
      </p>
      <p>
        {text("summary.attempts", { attempts, failed })}
        {leftOut > 0 && ` ${text("summary.leftOut", { count: leftOut })}`}. {text("summary.attemptsHelp")}
      </p>
    </>
  );
}

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    tableLayout: "fixed",
    fontSize: "9pt",
    fontVariantNumeric: "tabular-nums",
  },
  token: { width: "27%" },
  state: { width: "19%" },
  licences: { width: "24%" },
  started: { width: "15%" },
  updated: { width: "15%" },
  head: { display: "table-header-group" },
  row: { breakInside: "avoid" },
  cell: {
    padding: "3pt 8pt 3pt 0",
    borderBottom: "0.5pt solid #999",
    textAlign: "start",
    verticalAlign: "top",
    overflowWrap: "anywhere",
  },
});
