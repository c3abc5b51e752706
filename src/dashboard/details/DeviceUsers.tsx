import { makeStyles, tokens } from "@fluentui/react-components";
import { deviceUserNewsOf } from "../../domain/deviceUserNews.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";

/**
 * In the order in which a helpdesk is asked.
 * Source: https://learn.microsoft.com/intune/intune-service/apps/vpp-apps-ios
 */
const facts = ["mobile", "mac", "notRemoved", "ownOnly", "notTakenBack", "assignmentFirst"] as const;

interface DeviceUsersProps {
  readonly revocation: Revocation;
  /** What is copied says that nothing of it is real. */
  readonly isDemo: boolean;
}

/** What to tell somebody who holds such a device, in one sentence, and what else they may ask. */
export function DeviceUsers({ revocation, isDemo }: DeviceUsersProps) {
  const text = useText();
  const styles = useStyles();
  const sentence = text(`details.tell.${deviceUserNewsOf(revocation)}`);
  return (
    <div className={styles.root}>
      <blockquote className={styles.sentence} aria-label={text("details.tell")}>
        {sentence}
      </blockquote>
      <CopyButton
        text={() => (isDemo ? `${text("demo.mark")}: ${sentence}` : sentence)}
        label={text("details.tell.copy")}
      />
      <ul className={styles.list}>
        {facts.map((fact) => (
          <li key={fact}>{text(`details.devices.${fact}`)}</li>
        ))}
      </ul>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  sentence: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: "3px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  list: { margin: 0, paddingInlineStart: "1.2em", display: "grid", rowGap: tokens.spacingVerticalXS },
});
