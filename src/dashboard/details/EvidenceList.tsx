import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Evidence } from "../../domain/evidence.ts";
import type { FailureExplanation } from "../../domain/explainFailure.ts";
import { assertNever, epochMsOf, type Instant } from "../../domain/received.ts";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { ExactTime } from "./ExactTime.tsx";
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
  const telling = evidence.filter(({ verdict }) => verdict !== "cannotTell");
  const quiet = evidence.filter(({ verdict }) => verdict === "cannotTell");
  return (
    <>
      <dl className={styles.list} aria-label={text("details.evidence")}>
        {[...telling, ...quiet].map((piece) => (
          <div
            key={piece.kind}
            className={mergeClasses(styles.row, piece.verdict === "cannotTell" && styles.quiet)}
          >
            <dt className={styles.term}>{termOf(piece, now, text)}</dt>
            <dd className={styles.value}>
              <span>{valueText(piece, now, text)}</span>
              <VerdictMark verdict={piece.verdict} cause={cause} />
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

function termOf(piece: Evidence, now: number, text: FormatText): string {
  return piece.kind === "tokenExpiry"
    ? expiryTerm(piece.value, now, text)
    : text(`details.evidence.${piece.kind}`);
}

function expiryTerm(expiresAt: Instant, now: number, text: FormatText): string {
  const expiresAtMs = epochMsOf(expiresAt);
  if (expiresAtMs === null) return text("details.evidence.expiry");
  return text(expiresAtMs <= now ? "details.evidence.expired" : "details.evidence.expires");
}

function valueText(piece: Evidence, now: number, text: FormatText): ReactNode {
  switch (piece.kind) {
    case "tokenState":
      return <BidiText text={tokenStateText(piece.value, text)} overflow="wrap" />;
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
  value: {
    margin: 0,
    minWidth: 0,
    overflowWrap: "anywhere",
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
  },
});
