import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { revokedCountOf } from "../../domain/progress.ts";
import { isUnreadable, type LicensesCount, rawText } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { glossary, type TermId } from "../glossary/glossary.ts";
import { Meaning } from "../glossary/Meaning.tsx";
import { progressText } from "../progressText.ts";

interface NumbersTableProps {
  readonly revocation: Revocation;
}

/** What Intune reports, count by count, and the one number that may be derived from it. */
export function NumbersTable({ revocation: { result, progress } }: NumbersTableProps) {
  const text = useText();
  const styles = useStyles();
  const revoked = revokedCountOf(result);
  const isRevokedKnown = revoked !== null;
  return (
    <>
      <p className={styles.sentence}>{progressText(progress, text)}</p>
      <table className={styles.table} aria-label={text("details.numbers")}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.column)}>
              {text("details.numbers.what")}
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.column, styles.number)}>
              {text("details.numbers.count")}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            id="number-attempted"
            meaning={text("details.numbers.attemptedMeans")}
            count={<Count count={result.totalLicensesCount} />}
          />
          <Row
            id="number-failed"
            meaning={text("details.numbers.failedMeans")}
            count={<Count count={result.failedLicensesCount} />}
          />
          <Row
            id="number-revoked"
            meaning={text(
              isRevokedKnown ? "details.numbers.revokedMeans" : "details.numbers.revokedUnknownMeans",
            )}
            count={isRevokedKnown ? <Count count={revoked} /> : text("details.numbers.revokedUnknown")}
          />
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly id: TermId;
  readonly meaning: string;
  readonly count: ReactNode;
}

function Row({ id, meaning, count }: RowProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        <span className={styles.term}>
          {text(glossary[id])}
          <Meaning id={id} />
        </span>
        <span className={styles.meaning}> {meaning}</span>
      </th>
      <td className={mergeClasses(styles.cell, styles.number)}>{count}</td>
    </tr>
  );
}

function Count({ count }: { readonly count: LicensesCount }) {
  const text = useText();
  const intl = useIntl();
  if (count === null) return text("value.notReported");
  if (!isUnreadable(count)) return intl.formatNumber(count);
  return <BidiText text={text("details.numbers.asReceived", { raw: rawText(count.raw) })} overflow="wrap" />;
}

const useStyles = makeStyles({
  sentence: { marginTop: 0 },
  table: { width: "100%", borderCollapse: "collapse" },
  column: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  cell: {
    textAlign: "start",
    verticalAlign: "top",
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightRegular },
  term: { display: "inline-flex", alignItems: "center" },
  meaning: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  number: {
    textAlign: "end",
    minWidth: "5.5em",
    paddingInlineStart: tokens.spacingHorizontalM,
    fontVariantNumeric: "tabular-nums",
  },
});
