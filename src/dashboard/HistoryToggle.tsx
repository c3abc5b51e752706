import { Button, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useText } from "../i18n/useText.ts";
import type { History } from "../monitor/history/history.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";

const historyPanel = laterPart(async () => (await import("./HistoryPanel.tsx")).HistoryPanel);

interface HistoryToggleProps {
  readonly history: History;
}

/** Where the observed history is kept, behind a button of the status line. */
export function HistoryToggle({ history }: HistoryToggleProps) {
  const styles = useStyles();
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {text("status.history")}
      </Button>
      {isOpen && (
        <div id={id} className={styles.panel}>
          <Later part={historyPanel} props={{ history }} />
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  // Below the whole line, though it follows its button for those who read in order.
  panel: { flexBasis: "100%", order: 1 },
});
