import { makeStyles, tokens } from "@fluentui/react-components";
import { FormattedMessage } from "react-intl";
import type { FailureExplanation, HelpLink } from "../../domain/explainFailure.ts";
import { isRunning } from "../../domain/outcome.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { type MessageId, useText } from "../../i18n/useText.ts";
import { HelpLinks } from "./HelpLinks.tsx";
import { primaryLinkOf } from "./helpLinks.ts";
import { Section } from "./Section.tsx";
import type { SentenceValues } from "./sentenceValues.tsx";

interface WhatToDoProps {
  readonly revocation: Revocation;
  readonly explanation: FailureExplanation | null;
  readonly values: SentenceValues;
  readonly adminCenterUrl: string;
}

export function WhatToDo({ revocation, explanation, values, adminCenterUrl }: WhatToDoProps) {
  const text = useText();
  return (
    <Section title={text("details.whatToDo")}>
      {explanation ? (
        <Remedy explanation={explanation} values={values} adminCenterUrl={adminCenterUrl} />
      ) : (
        <NextWithoutFailure revocation={revocation} adminCenterUrl={adminCenterUrl} />
      )}
    </Section>
  );
}

interface RemedyProps {
  readonly explanation: FailureExplanation;
  readonly values: SentenceValues;
  readonly adminCenterUrl: string;
}

function Remedy({ explanation, values, adminCenterUrl }: RemedyProps) {
  const text = useText();
  const styles = useStyles();
  const primary = primaryLinkOf(explanation);
  const isAboutToken = explanation.cause !== "expiredApplePushNotificationCertificate";
  return (
    <>
      <ol className={styles.steps}>
        {explanation.steps.map((step) => (
          <li key={step}>
            <FormattedMessage id={`details.step.${step}`} values={values} />
          </li>
        ))}
      </ol>
      <HelpLinks
        primary={primary}
        others={explanation.links.filter((link) => link !== primary)}
        adminCenterUrl={adminCenterUrl}
        intunePath={isAboutToken ? text("details.link.intunePath") : null}
      />
    </>
  );
}

const unclearLinks: readonly HelpLink[] = ["intuneSupport"];

function NextWithoutFailure({
  revocation,
  adminCenterUrl,
}: Pick<WhatToDoProps, "revocation" | "adminCenterUrl">) {
  const text = useText();
  const next = nextOf(revocation);
  const needsIntune = next === "details.next.canceled" || next === "details.next.unclear";
  return (
    <>
      <p>{text(next)}</p>
      {needsIntune && (
        <HelpLinks
          primary="intuneVppTokens"
          others={next === "details.next.unclear" ? unclearLinks : []}
          adminCenterUrl={adminCenterUrl}
          intunePath={text("details.link.intunePath")}
        />
      )}
    </>
  );
}

function nextOf({ outcome, progress }: Revocation): MessageId {
  if (isRunning(outcome)) return "details.next.running";
  if (outcome === "done") {
    return progress.kind === "nothingAttempted" ? "details.next.nothingAttempted" : "details.next.done";
  }
  return outcome === "canceled" ? "details.next.canceled" : "details.next.unclear";
}

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingInlineStart: "1.6em",
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    "& li::marker": { fontWeight: tokens.fontWeightSemibold },
  },
});
