import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { useState } from "react";
import { useText } from "../../i18n/useText.ts";
import { Popout } from "../../ui/Popout.tsx";
import { type GlossarySection, glossary, sectionOf, type TermId, termIds, termsOf } from "./glossary.ts";
import { MeaningList } from "./MeaningList.tsx";

interface GlossaryProps {
  /** `icon`: beside what it explains. */
  readonly appearance: "icon" | "words";
  /** The sections that are of use here; all of them unless said. */
  readonly sections?: readonly GlossarySection[];
}

/** Every word of the page with its meaning. */
export function Glossary({ appearance, sections }: GlossaryProps) {
  const styles = useStyles();
  const text = useText();
  const question = text("glossary.open");
  return (
    <Popout
      label={text("glossary.title")}
      className={styles.panel}
      trigger={(button) => (
        <Button
          {...button}
          size={appearance === "icon" ? "medium" : "small"}
          appearance="subtle"
          {...(appearance === "icon"
            ? { icon: <QuestionCircleRegular />, "aria-label": question, title: question }
            : {})}
        >
          {appearance === "words" && text("glossary.tool")}
        </Button>
      )}
    >
      {() => <Terms sections={sections ?? allSections} />}
    </Popout>
  );
}

const allSections = [...new Set(termIds.map(sectionOf))];

function Terms({ sections }: { readonly sections: readonly GlossarySection[] }) {
  const styles = useStyles();
  const text = useText();
  const [sought, setSought] = useState("");
  const isFound = (id: TermId) =>
    `${text(glossary[id])} ${text(`glossary.${id}`)}`
      .toLocaleLowerCase()
      .includes(sought.trim().toLocaleLowerCase());
  const found = termsOf(sections).filter(isFound);
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>{text("glossary.title")}</h2>
      <input
        type="search"
        className={styles.search}
        aria-label={text("glossary.find")}
        placeholder={text("glossary.find")}
        value={sought}
        onChange={({ currentTarget }) => setSought(currentTarget.value)}
      />
      {found.length === 0 && <p className={styles.none}>{text("glossary.none")}</p>}
      <div>
        <MeaningList ids={found} isSectioned />
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  panel: { width: "440px", maxWidth: "min(440px, calc(100vw - 16px))" },
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  search: {
    height: "32px",
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  none: { margin: 0 },
});
