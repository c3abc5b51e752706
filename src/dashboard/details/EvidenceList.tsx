import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Evidence, Verdict } from "../../domain/evidence.ts";
import type { FailureExplanation } from "../../domain/explainFailure.ts";
import { assertNever, isUnrecognized } from "../../domain/received.ts";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { Meaning } from "../glossary/Meaning.tsx";
import { ExactTime } from "./ExactTime.tsx";
import { tellingFirst, termOf } from "./evidenceWords.ts";
import type { When } from "./sentenceValues.ts";
import { syncStatusText, tokenStateText } from "./tokenWords.ts";
import { VerdictMark } from "./VerdictMark.tsx";

interface EvidenceListProps {
  readonly explanation: FailureExplanation;
  readonly when: When;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * What Graph says of the token today and what that proves: each verdict once, above everything it is given on; what
 * proves nothing stands quietly below.
 */
export function EvidenceList({ explanation: { cause, evidence }, when, now }: EvidenceListProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      <dl className={mergeClasses(styles.list, styles.verdicts)} aria-label={text("details.evidence")}>
        {groupByVerdict(tellingFirst(evidence)).map(([verdict, pieces]) => (
          <div key={verdict} className={mergeClasses(styles.group, verdict === "cannotTell" && styles.quiet)}>
            <dt className={styles.verdict}>
              <VerdictMark verdict={verdict} cause={cause} when={when} />
              <Meaning id={`verdict-${verdict}`} />
            </dt>
            <dd className={styles.pieces}>
              <dl className={styles.list}>
                {pieces.map((piece) => (
                  <div key={piece.kind} className={styles.piece}>
                    <dt className={styles.term}>{termOf(piece, now, text)}</dt>
                    <dd className={styles.value}>{valueText(piece, now, text)}</dd>
                  </div>
                ))}
              </dl>
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

/** In the order in which the verdicts come first. */
function groupByVerdict(evidence: readonly Evidence[]): readonly (readonly [Verdict, readonly Evidence[]])[] {
  const verdicts = [...new Set(evidence.map(({ verdict }) => verdict))];
  return verdicts.map((verdict) => [verdict, evidence.filter((piece) => piece.verdict === verdict)]);
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
  list: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalXS,
  },
  verdicts: { rowGap: tokens.spacingVerticalM },
  group: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  verdict: { display: "flex", alignItems: "flex-start" },
  // Below the verdict's words, past its icon.
  pieces: { margin: 0, paddingInlineStart: "20px" },
  piece: {
    display: "grid",
    gridTemplateColumns: "132px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "start",
    "@media (max-width: 479.98px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
});
