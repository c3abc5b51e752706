import { makeStyles, tokens } from "@fluentui/react-components";
import { type PacedWatch, usePaceTexts } from "./paceTexts.ts";

/** In silence: of all that a read brings, the status line's tools have one sentence spoken. */
export function PaceNotes({ watch }: { readonly watch: PacedWatch }) {
  const styles = useStyles();
  const { lines } = usePaceTexts(watch);
  return lines.map(
    (line) =>
      line !== "" && (
        <span key={line} aria-live="off" className={styles.note}>
          {line}
        </span>
      ),
  );
}

const useStyles = makeStyles({
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
