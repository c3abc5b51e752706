import { makeStyles, tokens } from "@fluentui/react-components";
import type { FailureExplanation } from "../../domain/explainFailure.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { whoToCall } from "../../domain/whoToCall.ts";
import { useText } from "../../i18n/useText.ts";
import type { When } from "./sentenceValues.ts";

interface WhoToCallProps {
  readonly revocation: Revocation;
  readonly explanation: FailureExplanation | null;
  readonly when: When;
}

/** Whom a helpdesk turns to, in which order, and with what request. */
export function WhoToCall({ revocation, explanation, when }: WhoToCallProps) {
  const text = useText();
  const styles = useStyles();
  const contacts = whoToCall(revocation, explanation);
  const about = subjectOf(revocation, explanation);
  if (contacts.length === 0) return <p className={styles.line}>{text("details.call.nobody")}</p>;
  return (
    <ol className={styles.contacts}>
      {contacts.map((contact) => (
        <li key={contact}>
          <strong>{text(`details.call.${contact}`)}</strong>
          <p className={styles.line}>
            {text(`details.call.${contact}.ask`, {
              about: contact === "intuneAdministrator" ? inTurn(about, when) : about,
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What has to be asked for: it depends on the cause, as long as that still stands and nothing contradicts it. */
function subjectOf({ outcome }: Revocation, explanation: FailureExplanation | null): string {
  if (explanation === null) return outcome === "canceled" ? "again" : "unclear";
  const { cause, steps, evidence } = explanation;
  if (steps[0] === "runAgain") return "again";
  return evidence.some(({ verdict }) => verdict === "contradicts") ? "other" : cause;
}

/** What the Intune administrator is asked for while a run is under way: beside it none is to be started. */
function inTurn(about: string, when: When): string {
  if (when !== "newer" && when !== "running") return about;
  if (about === "expiredVppToken") return "renewal";
  return about === "expiredApplePushNotificationCertificate" || about === "unclear" ? about : when;
}

const useStyles = makeStyles({
  line: { margin: 0 },
  contacts: {
    margin: 0,
    paddingInlineStart: "1.6em",
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    "& li::marker": { fontWeight: tokens.fontWeightSemibold },
  },
});
