import { makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { type MessageId, useText } from "../../i18n/useText.ts";
import { Popout } from "../../ui/Popout.tsx";
import { termsOf } from "./glossary.ts";
import { MeaningList } from "./MeaningList.tsx";
import type { TermNames } from "./termNames.ts";

interface MeaningsProps {
  /** Names what is asked about. */
  readonly term: MessageId;
  readonly of: TermNames;
}

/** "What does this mean?" beside a word: a quiet button, by mouse, touch and keyboard alike. */
export function Meanings({ term, of }: MeaningsProps) {
  const styles = useStyles();
  const text = useText();
  const question = text("glossary.what", { term: text(term) });
  return (
    <Popout
      label={question}
      trigger={(button) => (
        <button type="button" {...button} aria-label={question} title={question} className={styles.button}>
          <QuestionCircleRegular aria-hidden />
        </button>
      )}
    >
      {() => <MeaningList ids={termsOf(of)} />}
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
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorSubtleBackgroundHover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
