import { Button, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";

const requestFigures = laterPart(async () => (await import("./RequestFigures.tsx")).RequestFigures);
const paceNotes = laterPart(async () => (await import("./PaceNotes.tsx")).PaceNotes);

interface RequestMeterProps {
  readonly watch: RevocationWatch;
}

/** What watching costs the tenant, behind a button of the status line. */
export function RequestMeter({ watch: { meter, plan } }: RequestMeterProps) {
  const styles = useStyles();
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (meter === null) return null;
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {text("status.requests")}
      </Button>
      {isOpen && (
        <div id={id} className={styles.panel}>
          <Later part={requestFigures} props={{ meter, plan }} />
        </div>
      )}
    </>
  );
}

/** Where the watch does other than it was told, it says so. */
export function RequestNotes({ watch: { plan, unreadTokens, health } }: RequestMeterProps) {
  const isPlain = plan.boundMs <= plan.configuredMs && plan.reads !== "allInstead" && unreadTokens === 0;
  const isWatching = health === "live" || health === "late";
  return isWatching && !isPlain && <Later part={paceNotes} props={{ plan, unreadTokens }} />;
}

const useStyles = makeStyles({
  // Below the whole line, though it follows its button for those who read in order.
  panel: { flexBasis: "100%", order: 1 },
});
