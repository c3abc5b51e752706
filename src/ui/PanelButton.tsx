import { Button, makeStyles } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

interface PanelButtonProps {
  readonly label: string;
  /** What the button shows and hides. */
  readonly children: ReactNode;
  /** Given where something else opens it too. */
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
}

/** A quiet button of a line that wraps; what it opens stands below the whole line, and Escape closes it. */
export function PanelButton({ label, children, isOpen: isOpenFor, onToggle }: PanelButtonProps) {
  const styles = useStyles();
  const [isOpenHere, setOpenHere] = useState(false);
  const [button, setButton] = useState<HTMLElement | null>(null);
  const id = useId();
  const isOpen = isOpenFor ?? isOpenHere;
  const toggle = onToggle ?? setOpenHere;
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    button?.focus();
    toggle(false);
  };
  return (
    <>
      <Button
        ref={setButton}
        size="small"
        appearance="subtle"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => toggle(!isOpen)}
        onKeyDown={closeOnEscape}
      >
        {label}
      </Button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only catches Escape from what it holds
        <div id={id} className={styles.panel} onKeyDown={closeOnEscape}>
          {children}
        </div>
      )}
    </>
  );
}

const useStyles = makeStyles({
  // Below the whole line, though it follows its button for those who read in order.
  panel: { flexBasis: "100%", order: 1, minWidth: 0 },
});
