import { makeStyles, tokens } from "@fluentui/react-components";
import { FormattedMessage, useIntl } from "react-intl";
import type { TokenConcern } from "../../domain/tokenHealth.ts";
import { type MessageId, useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { Section } from "./Section.tsx";
import type { SentenceValues } from "./sentenceValues.tsx";

interface TokenAdviceProps {
  readonly concerns: readonly TokenConcern[];
  readonly values: SentenceValues;
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
          const { title, advice } = wordsOf(concern);
          const own = { ...values, ...valuesOf(concern, dateOf) };
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

interface ConcernWords {
  readonly title: MessageId;
  readonly advice: MessageId;
}

const stateWords = {
  expired: { title: "details.concern.stateExpired.title", advice: "details.concern.renew" },
  invalid: { title: "details.concern.stateInvalid.title", advice: "details.concern.stateInvalid.advice" },
  assignedToExternalMDM: {
    title: "details.concern.stateAssignedToExternalMDM.title",
    advice: "details.concern.stateAssignedToExternalMDM.advice",
  },
  duplicateLocationId: {
    title: "details.concern.stateDuplicateLocationId.title",
    advice: "details.concern.stateDuplicateLocationId.advice",
  },
  unknown: { title: "details.concern.stateUnknown.title", advice: "details.concern.stateUnknown.advice" },
} as const satisfies Record<Extract<TokenConcern, { kind: "state" }>["state"], ConcernWords>;

const concernWords = {
  unrecognizedState: {
    title: "details.concern.unrecognizedState.title",
    advice: "details.concern.unrecognizedState.advice",
  },
  expired: { title: "details.concern.expired.title", advice: "details.concern.renew" },
  expiresSoon: { title: "details.concern.expiresSoon.title", advice: "details.concern.renew" },
  syncFailed: { title: "details.concern.syncFailed.title", advice: "details.concern.syncFailed.advice" },
  notSynced: { title: "details.concern.notSynced.title", advice: "details.concern.notSynced.advice" },
} as const satisfies Record<Exclude<TokenConcern["kind"], "state">, ConcernWords>;

function wordsOf(concern: TokenConcern): ConcernWords {
  return concern.kind === "state" ? stateWords[concern.state] : concernWords[concern.kind];
}

function valuesOf(concern: TokenConcern, dateOf: (at: number) => string) {
  return {
    raw: concern.kind === "unrecognizedState" ? <BidiText text={concern.raw} overflow="wrap" /> : null,
    severity: concern.kind === "notSynced" ? concern.severity : null,
    date:
      "expiresAtMs" in concern
        ? dateOf(concern.expiresAtMs)
        : "lastSyncAtMs" in concern
          ? dateOf(concern.lastSyncAtMs)
          : null,
  };
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", rowGap: tokens.spacingVerticalM },
  title: { display: "block", fontWeight: tokens.fontWeightSemibold },
});
