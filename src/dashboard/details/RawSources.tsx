import { makeStyles, tokens } from "@fluentui/react-components";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { RawJson } from "../../ui/RawJson.tsx";

interface RawSourcesProps {
  readonly revocation: Revocation;
}

/** The revocation and its token as Graph sent them; both were redacted where they were read. */
export function RawSources({ revocation: { result, vppToken } }: RawSourcesProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <p className={styles.title}>{text("details.raw.result")}</p>
      <RawJson
        value={result.raw}
        label={text("details.raw.result")}
        copyLabel={text("details.raw.copyResult")}
      />
      <p className={styles.title}>{text("details.raw.token")}</p>
      <RawJson
        value={withoutResults(vppToken.raw)}
        label={text("details.raw.token")}
        copyLabel={text("details.raw.copyToken")}
      />
      <p className={styles.note}>{text("details.raw.redacted")}</p>
    </div>
  );
}

/** A token can carry the results of many other actions, which say nothing of this one. */
function withoutResults(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([name]) => name !== "tokenActionResults"));
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0 },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
