import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { TokenConcern } from "../../domain/tokenHealth.ts";
import { useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { concernValues, concernWords } from "./concernWords.ts";
import { Section } from "./Section.tsx";
import type { SentenceValues } from "./sentenceValues.ts";

interface TokenAdviceProps {
  readonly concerns: readonly TokenConcern[];
  readonly values: SentenceValues<ReactNode>;
}

/** Each trouble of the token with advice of its own; no section when there is none. */
export function TokenAdvice({ concerns, values }: TokenAdviceProps) {
  const text = useText();
  const styles = useStyles();
  const intl = useIntl();
  if (concerns.length === 0) return null;
  const dateOf = (at: number) => intl.formatDate(at, { day: "numeric", month: "long", year: "numeric" });
  return (
    <Section title={text("details.thisToken")}>
      <ul className={styles.list}>
        {concerns.map((concern) => {
          const { title, advice } = concernWords(concern);
          const own = { ...values, ...concernValues(concern, dateOf, shownForeign) };
          return (
            <li key={title}>
              <strong className={styles.title}>
                <FormattedMessage id={title} values={own} />
              </strong>
              <FormattedMessage id={advice} values={own} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function shownForeign(foreign: string): ReactNode {
  return <BidiText text={foreign} overflow="wrap" />;
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", rowGap: tokens.spacingVerticalM },
  title: { display: "block", fontWeight: tokens.fontWeightSemibold },
});
