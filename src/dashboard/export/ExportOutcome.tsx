import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../../i18n/useText.ts";
import type { ExportWork } from "./useExportWork.ts";

interface ExportOutcomeProps {
  readonly work: ExportWork;
  /** How many revocations are exported. */
  readonly count: number;
}

/** What became of the last export, in words that are also spoken; progress is only shown. */
export function ExportOutcome({ work, count }: ExportOutcomeProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      {work.kind === "busy" && (
        <p className={styles.line}>{text("export.working", { done: work.done, count })}</p>
      )}
      <p aria-live="polite" className={styles.line}>
        {work.kind === "saved" && text("export.saved", { name: work.name })}
        {work.kind === "failed" && text("export.failed")}
      </p>
    </>
  );
}

const useStyles = makeStyles({
  line: {
    margin: 0,
    overflowWrap: "anywhere",
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200,
    ":empty": { display: "none" },
  },
});
