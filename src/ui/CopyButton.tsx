import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { type FocusEvent, type MouseEvent, useId, useState } from "react";
import { useText } from "../i18n/useText.ts";

interface CopyButtonProps {
  /** What the button copies, asked for when it is pressed. */
  readonly text: () => string;
  readonly label: string;
}

type CopyState =
  | { readonly kind: "idle" }
  | { readonly kind: "copied" }
  /** The browser does not let the page write to the clipboard: a person can still copy `text`. */
  | { readonly kind: "refused"; readonly text: string };

/** Copies a text; where the browser refuses, shows it selected instead, ready for the keyboard. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const words = useText();
  const styles = useStyles();
  const [state, setState] = useState<CopyState>({ kind: "idle" });
  const copy = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const copied = text();
    setState({ kind: "idle" });
    const isCopied = await writeToClipboard(currentTarget.ownerDocument, copied);
    setState(isCopied ? { kind: "copied" } : { kind: "refused", text: copied });
  };
  return (
    <div className={styles.root}>
      <Button
        size="small"
        icon={state.kind === "copied" ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={(event) => void copy(event)}
      >
        {label}
      </Button>
      <span aria-live="polite" className={styles.status}>
        {state.kind === "copied" && words("copy.done")}
      </span>
      {state.kind === "refused" && <RefusedText text={state.text} />}
    </div>
  );
}

function RefusedText({ text }: { readonly text: string }) {
  const words = useText();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.refused}>
      <label htmlFor={id}>{words("copy.refused")}</label>
      <textarea
        id={id}
        ref={focusAndSelect}
        className={styles.field}
        readOnly
        dir="auto"
        rows={Math.min(12, text.split("\n").length)}
        value={text}
        onFocus={({ currentTarget }: FocusEvent<HTMLTextAreaElement>) => currentTarget.select()}
      />
    </div>
  );
}

function focusAndSelect(field: HTMLTextAreaElement | null) {
  field?.focus();
  field?.select();
}

/** `false` where there is no clipboard (an insecure page) or no permission (a frame without `clipboard-write`). */
async function writeToClipboard({ defaultView }: Document, text: string): Promise<boolean> {
  // The DOM types promise a clipboard that insecure pages do not have.
  const clipboard = defaultView?.navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  status: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  refused: {
    flexBasis: "100%",
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
  },
  field: {
    width: "100%",
    boxSizing: "border-box",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalS,
    resize: "vertical",
  },
});
