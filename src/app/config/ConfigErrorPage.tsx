import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { RawJson } from "../../ui/RawJson.tsx";
import { ConfigProblems } from "./ConfigProblems.tsx";
import type { ConfigError, ConfigFault } from "./configError.ts";
import { isPlainObject } from "./configProblem.ts";
import { correctedExample } from "./correctedExample.ts";

const useStyles = makeStyles({
  page: {
    display: "grid",
    justifyItems: "start",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalL,
    maxWidth: "760px",
    boxSizing: "border-box",
    margin: "0 auto",
    padding: tokens.spacingHorizontalXXL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  // Focused for readers; nothing can be done with it, so no ring.
  heading: {
    margin: 0,
    outlineStyle: "none",
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  subheading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  paragraph: { margin: 0, overflowWrap: "anywhere" },
  section: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    width: "100%",
  },
});

interface ConfigErrorPageProps {
  readonly error: ConfigError;
  readonly onRetry: () => void;
}

/** What is wrong with `config.json`, field by field, and a file that would be right. */
export function ConfigErrorPage({ error, onRetry }: ConfigErrorPageProps) {
  const text = useText();
  const styles = useStyles();
  const { fault, url } = error;
  return (
    <main className={styles.page}>
      <h1 className={styles.heading} tabIndex={-1} ref={focusOnce}>
        {titleOf(fault, text)}
      </h1>
      <p className={styles.paragraph}>{text(`config.help.${fault.kind}`)}</p>
      <p className={styles.paragraph}>
        {text("config.file")}: <Link href={url}>{url}</Link>
      </p>
      {fault.kind === "notJson" && fault.line !== null && (
        <p className={styles.paragraph}>{text("config.place", { line: fault.line, column: fault.column })}</p>
      )}
      {fault.kind === "invalid" && <ConfigProblems problems={fault.problems} />}
      <Button appearance="primary" onClick={onRetry}>
        {text("config.retry")}
      </Button>
      <Example fault={fault} />
      <p className={styles.paragraph}>
        {text("config.docs")} <Link href={new URL("config.schema.json", url).href}>config.schema.json</Link>
      </p>
    </main>
  );
}

function Example({ fault }: { readonly fault: ConfigFault }) {
  const text = useText();
  const styles = useStyles();
  const isCorrected = fault.kind === "invalid" && isPlainObject(fault.json);
  const label = text(isCorrected ? "config.example.corrected" : "config.example");
  return (
    <section className={styles.section}>
      <h2 className={styles.subheading}>{label}</h2>
      <p className={styles.paragraph}>
        {text(isCorrected ? "config.example.correctedHelp" : "config.example.help")}
      </p>
      <RawJson
        value={correctedExample(isCorrected ? fault.json : {})}
        label={label}
        copyLabel={text("config.example.copy")}
      />
    </section>
  );
}

function titleOf(fault: ConfigFault, text: FormatText): string {
  switch (fault.kind) {
    case "refused":
      return text("config.title.refused", { status: fault.status });
    case "invalid":
      return text("config.title.invalid", { count: fault.problems.length });
    default:
      return text(`config.title.${fault.kind}`);
  }
}
