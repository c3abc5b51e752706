import { Button, makeStyles } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";

interface PanelButtonProps {
  readonly label: string;
  /** What the button shows and hides. */
  readonly children: ReactNode;
}

/** A quiet button of a line that wraps; what it opens stands below the whole line. */
export function PanelButton({ label, children }: PanelButtonProps) {
  const styles = useStyles();
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
        {label}
      </Button>
      {isOpen && (
        <div id={id} className={styles.panel}>
          {children}
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  // Below the whole line, though it follows its button for those who read in order.
  panel: { flexBasis: "100%", order: 1 },
});
