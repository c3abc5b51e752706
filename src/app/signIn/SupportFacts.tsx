import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import { useIntl } from "react-intl";
import type { SignInProblem } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { problemFacts } from "./problemFacts.ts";
import type { SignInTarget } from "./signInTarget.ts";

interface SupportFactsProps {
  readonly problem: SignInProblem;
  readonly target: SignInTarget | null;
}

/** What to quote: read in local time, copied in UTC. */
export function SupportFacts({ problem, target }: SupportFactsProps) {
  const text = useText();
  const intl = useIntl();
  const styles = useStyles();
  const localTime = intl.formatDate(problem.at, { dateStyle: "medium", timeStyle: "long" });
  const report = () =>
    problemFacts(problem, target, new Date(problem.at).toISOString(), text)
      .map(({ label, value }) => `${label}: ${value}`)
      .join("\n");
  return (
    <>
      <dl className={styles.facts}>
        {problemFacts(problem, target, localTime, text).map(({ label, value }) => (
          <Fragment key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              <BidiText text={value} overflow="wrap" />
            </dd>
          </Fragment>
        ))}
      </dl>
      <CopyButton text={report} label={text("signIn.details.copy")} />
    </>
  );
}

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, max-content) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: `0 0 ${tokens.spacingVerticalS}`,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});
