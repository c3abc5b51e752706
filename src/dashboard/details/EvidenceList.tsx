import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Evidence } from "../../domain/evidence.ts";
import type { FailureExplanation } from "../../domain/explainFailure.ts";
import { assertNever, isUnrecognized } from "../../domain/received.ts";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { Meaning } from "../glossary/Meaning.tsx";
import { ExactTime } from "./ExactTime.tsx";
import { tellingFirst, termOf } from "./evidenceWords.ts";
import { syncStatusText, tokenStateText } from "./tokenWords.ts";
import { VerdictMark } from "./VerdictMark.tsx";

interface EvidenceListProps {
  readonly explanation: FailureExplanation;
  /** Epoch ms. */
  readonly now: number;
}

/** What Graph says of the token today and what that proves; what proves nothing stands quietly below. */
export function EvidenceList({ explanation: { cause, evidence }, now }: EvidenceListProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <dl className={styles.list} aria-label={text("details.evidence")}>
        {tellingFirst(evidence).map((piece, place, pieces) => (
          <div
            key={piece.kind}
            className={mergeClasses(styles.row, piece.verdict === "cannotTell" && styles.quiet)}
          >
            <dt className={styles.term}>{termOf(piece, now, text)}</dt>
            <dd className={styles.value}>
              <span>{valueText(piece, now, text)}</span>
              <span className={styles.verdict}>
                <VerdictMark verdict={piece.verdict} cause={cause} />
                {pieces.findIndex(({ verdict }) => verdict === piece.verdict) === place && (
                  <Meaning id={`verdict-${piece.verdict}`} />
                )}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {evidence.some(({ verdict }) => verdict === "contradicts") && (
        <p>{text("details.evidence.doesNotFit")}</p>
      )}
    </>
  );
}

function valueText(piece: Evidence, now: number, text: FormatText): ReactNode {
  switch (piece.kind) {
    case "tokenState":
      return (
        <>
          <BidiText text={tokenStateText(piece.value, text)} overflow="wrap" />
          {piece.value !== null && !isUnrecognized(piece.value) && <Meaning id={`token-${piece.value}`} />}
        </>
      );
    case "lastSyncStatus":
      return <BidiText text={syncStatusText(piece.value, text)} overflow="wrap" />;
    case "tokenExpiry":
      return <ExactTime instant={piece.value} now={now} precision="day" />;
    case "lastSync":
      return <ExactTime instant={piece.value} now={now} precision="minute" />;
    case "pushCertificate":
      return text("details.evidence.pushCertificateNotRead");
    default:
      return assertNever(piece);
  }
}

const useStyles = makeStyles({
  list: { margin: 0, display: "grid", rowGap: tokens.spacingVerticalS },
  row: {
    display: "grid",
    gridTemplateColumns: "132px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "start",
    "@media (max-width: 479.98px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  term: { color: tokens.colorNeutralForeground2 },
  verdict: { display: "inline-flex", alignItems: "center" },
  value: {
    margin: 0,
    minWidth: 0,
    overflowWrap: "anywhere",
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
  },
});
