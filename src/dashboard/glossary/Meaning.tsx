import { makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { useText } from "../../i18n/useText.ts";
import { Popout } from "../../ui/Popout.tsx";
import { glossary, type TermId } from "./glossary.ts";

interface MeaningProps {
  readonly id: TermId;
}

/** "What does this mean?" beside a word: a quiet button, by mouse, touch and keyboard alike. */
export function Meaning({ id }: MeaningProps) {
  const styles = useStyles();
  const text = useText();
  const term = text(glossary[id]);
  const question = text("glossary.what", { term });
  return (
    <Popout
      label={question}
      trigger={(button) => (
        <button type="button" {...button} aria-label={question} title={question} className={styles.button}>
          <QuestionCircleRegular aria-hidden />
        </button>
      )}
    >
      {() => (
        <>
          <strong>{term}</strong>
          <p className={styles.meaning}>{text(`glossary.${id}`)}</p>
        </>
      )}
    </Popout>
  );
}

const useStyles = makeStyles({
  button: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    width: "24px",
    height: "24px",
    padding: 0,
    marginInlineStart: tokens.spacingHorizontalXXS,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground3,
    fontSize: "16px",
    cursor: "pointer",
    ":hover": {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorSubtleBackgroundHover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  meaning: { margin: `${tokens.spacingVerticalXS} 0 0` },
});
