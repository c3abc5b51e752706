import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../../i18n/useText.ts";

/**
 * In the order in which a helpdesk is asked.
 * Source: https://learn.microsoft.com/intune/intune-service/apps/vpp-apps-ios
 */
const facts = ["mobile", "mac", "notRemoved", "ownOnly", "notTakenBack", "assignmentFirst"] as const;

export function DeviceUsers() {
  const text = useText();
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {facts.map((fact) => (
        <li key={fact}>{text(`details.devices.${fact}`)}</li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: "1.2em", display: "grid", rowGap: tokens.spacingVerticalXS },
});
