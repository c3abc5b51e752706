import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useText } from "../i18n/useText.ts";

interface QuestionProps {
  readonly question: string;
  /** Says on the button what will be done. */
  readonly confirm: string;
  /** Has the focus again once there is an answer. */
  readonly askedFrom: HTMLElement | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks in its own place before something is done; the focus begins on the way out. */
export function Question({ question, confirm, askedFrom, onConfirm, onCancel }: QuestionProps) {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  const answer = (act: () => void) => () => {
    askedFrom?.focus();
    act();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields, and this is a question with its answers
    <div role="group" aria-labelledby={id} className={styles.root}>
      <p id={id} className={styles.question}>
        {question}
      </p>
      <div className={styles.answers}>
        <Button size="small" onClick={answer(onConfirm)}>
          {confirm}
        </Button>
        <Button size="small" ref={takeFocus} aria-describedby={id} onClick={answer(onCancel)}>
          {text("history.cancel")}
        </Button>
      </div>
    </div>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  question: { margin: 0 },
  answers: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
