import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../../i18n/useText.ts";
import { glossary, sectionOf, type TermId } from "./glossary.ts";

interface MeaningListProps {
  readonly ids: readonly TermId[];
  /** Under the names of their sections, which tell apart words that read alike; by themselves where there are many. */
  readonly isSectioned?: boolean;
}

/** Words with their meanings. */
export function MeaningList({ ids, isSectioned = ids.length > 3 }: MeaningListProps) {
  const styles = useStyles();
  const text = useText();
  if (!isSectioned) return <Words ids={ids} />;
  return [...new Set(ids.map(sectionOf))].map((section) => (
    <section key={section} className={styles.section}>
      <h3 className={styles.heading}>{text(`glossary.section-${section}`)}</h3>
      <Words ids={ids.filter((id) => sectionOf(id) === section)} />
    </section>
  ));
}

function Words({ ids }: Pick<MeaningListProps, "ids">) {
  const styles = useStyles();
  const text = useText();
  return (
    <dl className={styles.list}>
      {ids.map((id) => (
        <div key={id}>
          <dt className={styles.term}>{text(glossary[id])}</dt>
          <dd className={styles.meaning}>{text(`glossary.${id}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  section: { ":not(:first-child)": { marginTop: tokens.spacingVerticalM } },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, display: "grid", rowGap: tokens.spacingVerticalS },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0 },
});
