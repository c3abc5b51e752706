import { makeStyles, tokens } from "@fluentui/react-components";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { allowedText } from "./allowedText.ts";
import type { ConfigProblem } from "./configProblem.ts";
import type { FoundValue } from "./foundValue.ts";

const shownProblems = 20;

const useStyles = makeStyles({
  list: { display: "grid", rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: "none" },
  problem: {
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartColor: tokens.colorStatusDangerBorder2,
    borderRadius: tokens.borderRadiusMedium,
  },
  path: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(min-content, 7em) 1fr",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalS} 0 0`,
    "@media (max-width: 479.98px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
});

/** One entry for each wrong field: its path, what stands there, what may stand there. */
export function ConfigProblems({ problems }: { readonly problems: readonly ConfigProblem[] }) {
  const text = useText();
  const styles = useStyles();
  const rest = problems.length - shownProblems;
  return (
    <>
      <ul className={styles.list} aria-label={text("config.problems")}>
        {problems.slice(0, shownProblems).map((problem) => (
          <Problem key={problem.path} {...problem} />
        ))}
      </ul>
      {rest > 0 && <p className={styles.fact}>{text("config.more", { count: rest })}</p>}
    </>
  );
}

function Problem({ path, found, allowed }: ConfigProblem) {
  const text = useText();
  const styles = useStyles();
  return (
    <li className={styles.problem}>
      <h2 className={styles.path}>
        {path === "" ? (
          text("config.wholeFile")
        ) : (
          <code dir="ltr" translate="no">
            <BidiText text={path} overflow="wrap" />
          </code>
        )}
      </h2>
      <dl className={styles.facts}>
        <dt className={styles.term}>{text("config.found")}</dt>
        <dd className={styles.fact}>{foundNode(found, text)}</dd>
        <dt className={styles.term}>{text("config.allowed")}</dt>
        <dd className={styles.fact}>{allowedText(allowed, text)}</dd>
      </dl>
    </li>
  );
}

function foundNode(found: FoundValue, text: FormatText) {
  if (found.kind !== "text") return text(`config.found.${found.kind}`);
  return (
    <code translate="no">
      <BidiText text={found.text} overflow="wrap" />
    </code>
  );
}
