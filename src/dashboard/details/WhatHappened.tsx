import { FormattedMessage } from "react-intl";
import type { FailureExplanation } from "../../domain/explainFailure.ts";
import type { RevocationProgress } from "../../domain/progress.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { Section } from "./Section.tsx";
import type { SentenceValues } from "./sentenceValues.tsx";

interface WhatHappenedProps {
  readonly revocation: Revocation;
  readonly explanation: FailureExplanation | null;
  readonly values: SentenceValues;
  /** Epoch ms. */
  readonly now: number;
}

export function WhatHappened({ revocation, explanation, values, now }: WhatHappenedProps) {
  const text = useText();
  return (
    <Section title={text("details.whatHappened")}>
      {explanation && (
        <p>
          <FormattedMessage id={`details.cause.${explanation.cause}`} values={values} />
        </p>
      )}
      <OutcomeSentence revocation={revocation} explanation={explanation} values={values} />
      {revocation.isAmbiguous && <p>{text("details.ambiguous")}</p>}
      {explanation && <EvidenceList explanation={explanation} now={now} />}
    </Section>
  );
}

/** What the outcome itself means, unless the cause has said it already. */
function OutcomeSentence({ revocation, explanation, values }: Omit<WhatHappenedProps, "now">) {
  const { outcome, progress } = revocation;
  if (outcome === "failed" || explanation?.cause === "noReasonGiven") return null;
  return (
    <p>
      <FormattedMessage
        id={`details.outcome.${outcome}`}
        values={{ ...values, counts: countsOf(progress) }}
      />
    </p>
  );
}

function countsOf(progress: RevocationProgress): "all" | "nothing" | "other" {
  if (progress.kind === "nothingAttempted") return "nothing";
  return progress.kind === "revoked" && progress.failed === 0 ? "all" : "other";
}
