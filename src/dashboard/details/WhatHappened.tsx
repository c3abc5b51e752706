import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { FailureExplanation } from "../../domain/explainFailure.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { Meaning } from "../glossary/Meaning.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { countsOf, outcomeSentence } from "./outcomeWords.ts";
import { Section } from "./Section.tsx";
import type { SentenceValues } from "./sentenceValues.ts";

interface WhatHappenedProps {
  readonly revocation: Revocation;
  readonly explanation: FailureExplanation | null;
  readonly values: SentenceValues<ReactNode>;
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
          <Meaning id={`reason-${explanation.cause}`} />
        </p>
      )}
      <OutcomeSentence revocation={revocation} explanation={explanation} values={values} />
      {revocation.isAmbiguous && <p>{text("details.ambiguous")}</p>}
      {explanation && <EvidenceList explanation={explanation} when={values.when} now={now} />}
    </Section>
  );
}

/** What the outcome itself means, unless the cause has said it already. */
function OutcomeSentence({ revocation, explanation, values }: Omit<WhatHappenedProps, "now">) {
  const sentence = outcomeSentence(revocation, explanation);
  if (sentence === null) return null;
  return (
    <p>
      <FormattedMessage id={sentence} values={{ ...values, counts: countsOf(revocation) }} />
    </p>
  );
}
