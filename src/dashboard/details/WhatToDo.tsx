import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { FailureExplanation } from "../../domain/explainFailure.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { HelpLinks } from "./HelpLinks.tsx";
import { isAboutToken, primaryLinkOf } from "./helpLinks.ts";
import { linksOfNext, nextOf } from "./outcomeWords.ts";
import { Section } from "./Section.tsx";
import type { SentenceValues } from "./sentenceValues.ts";

interface WhatToDoProps {
  readonly revocation: Revocation;
  readonly explanation: FailureExplanation | null;
  readonly values: SentenceValues<ReactNode>;
  readonly adminCenterUrl: string;
}

export function WhatToDo({ revocation, explanation, values, adminCenterUrl }: WhatToDoProps) {
  const text = useText();
  return (
    <Section title={text("details.whatToDo")}>
      {explanation !== null && explanation.steps.length > 0 ? (
        <Remedy explanation={explanation} values={values} adminCenterUrl={adminCenterUrl} />
      ) : (
        <NextWithoutFailure revocation={revocation} adminCenterUrl={adminCenterUrl} />
      )}
    </Section>
  );
}

interface RemedyProps {
  readonly explanation: FailureExplanation;
  readonly values: SentenceValues<ReactNode>;
  readonly adminCenterUrl: string;
}

function Remedy({ explanation, values, adminCenterUrl }: RemedyProps) {
  const text = useText();
  const styles = useStyles();
  const primary = primaryLinkOf(explanation);
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
        intunePath={isAboutToken(explanation) ? text("details.link.intunePath") : null}
      />
    </>
  );
}

function NextWithoutFailure({
  revocation,
  adminCenterUrl,
}: Pick<WhatToDoProps, "revocation" | "adminCenterUrl">) {
  const text = useText();
  const next = nextOf(revocation);
  const [primary, ...others] = linksOfNext(next);
  return (
    <>
      <p>{text(next)}</p>
      {primary !== undefined && (
        <HelpLinks
          primary={primary}
          others={others}
          adminCenterUrl={adminCenterUrl}
          intunePath={text("details.link.intunePath")}
        />
      )}
    </>
  );
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
