import { makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { outcomeGroupOf } from "../../domain/outcome.ts";
import { useText } from "../../i18n/useText.ts";
import { oneLine } from "../oneLine.ts";
import { type ExportSource, listLink, revocationLink } from "./exportSource.ts";
import { describeIncident, type IncidentStyle } from "./incident.ts";
import { createNaming } from "./naming.ts";
import { PrintedIncident } from "./PrintedIncident.tsx";
import { PrintedList } from "./PrintedList.tsx";
import { standInOf, supportOf } from "./standIns.ts";
import type { IncidentWords } from "./useIncidentWords.ts";

/** What a person turns over on paper; a longer list is for CSV. */
const [mostRows, mostIncidents] = [1_000, 20];

export interface PrintJob {
  readonly source: ExportSource;
  /** Who printed it; `null`: nobody is named. */
  readonly author: string | null;
  /** `false`: each revocation in full, without a list. */
  readonly isList: boolean;
}

interface PrintReportProps extends PrintJob {
  readonly words: IncidentWords;
}

/** On paper: black on white whatever the theme, in words and numbers, demo data marked on every page. */
export function PrintReport({ source, words, author, isList }: PrintReportProps) {
  const styles = useStyles();
  const text = useText();
  const style = usePrintStyle(source.at, words);
  const { revocations, support } = source;
  const named = useMemo(() => createNaming(source.names, standInOf(text)), [source.names, text]);
  const needing = isList
    ? revocations.filter(({ outcome }) => outcomeGroupOf(outcome) === "attention")
    : revocations;
  return (
    <div className={styles.report} lang={words.locale}>
      {support.isDemo && (
        <div className={styles.everyPage}>
          <p className={styles.mark}>
            <strong>{text("demo.mark")}.</strong> {text("demo.text")}
          </p>
        </div>
      )}
      <div className={styles.body}>
        <h1 className={styles.title}>
          {support.isDemo && `${text("demo.mark")}: `}
          {text("export.summary.listTitle")}
        </h1>
        <ReportFacts source={source} style={style} author={author} />
        {isList && <PrintedList revocations={revocations} most={mostRows} named={named} style={style} />}
        {isList && needing.length > 0 && <h2 className={styles.heading}>{text("summary.attention")}</h2>}
        {needing.slice(0, mostIncidents).map((revocation) => (
          <PrintedIncident
            key={revocation.key}
            incident={describeIncident(named(revocation), style)}
            link={revocationLink(revocation, source)}
          />
        ))}
        {needing.length > mostIncidents && (
          <p>{text("export.summary.firstOf", { shown: mostIncidents, count: needing.length })}</p>
        )}
      </div>
    </div>
  );
}

interface ReportFactsProps {
  readonly source: ExportSource;
  readonly style: IncidentStyle;
  readonly author: string | null;
}

function ReportFacts({ source, style: { dateOf }, author }: ReportFactsProps) {
  const styles = useStyles();
  const text = useText();
  const { tenantId, cloud, lastRead, productVersion } = supportOf(source.support, source.names, text);
  const link = listLink(source);
  const facts: readonly (readonly [string, string])[] = [
    [text("export.summary.at"), author === null ? dateOf(source.at) : `${dateOf(source.at)}, ${author}`],
    ...(tenantId === null ? [] : [[text("export.summary.tenant"), `${tenantId} (${cloud})`] as const]),
    [
      text("export.summary.lastRead"),
      `${lastRead.at === null ? text("value.notReported") : dateOf(lastRead.at)}, request-id ${lastRead.requestId ?? text("value.notReported")}`,
    ],
    ...(link === null ? [] : [[text("export.summary.link"), link] as const]),
    [text("app.name"), productVersion],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const dateFormat = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
} as const;

/** Foreign text that can neither turn the direction of its surroundings nor break a line. */
const isolated = (foreign: string) => `\u2068${oneLine(foreign)}\u2069`;

function usePrintStyle(now: number, words: IncidentWords): IncidentStyle {
  const intl = useIntl();
  return useMemo(
    () => ({ ...words, now, quote: isolated, dateOf: (at) => intl.formatDate(at, dateFormat) }),
    [words, now, intl],
  );
}

const useStyles = makeStyles({
  // Paper is white in every theme.
  report: {
    display: "table",
    width: "100%",
    color: "#000",
    backgroundColor: "#fff",
    fontFamily: "'Segoe UI', system-ui, sans-serif",
    fontSize: "10pt",
    lineHeight: 1.35,
    "& p": { margin: "0 0 6pt" },
  },
  // The head of a table stands on every page, as long as it is not broken itself.
  everyPage: { display: "table-header-group", breakInside: "avoid" },
  mark: { border: "0.75pt solid #000", padding: "2pt 6pt" },
  body: { display: "table-row-group" },
  title: { margin: "0 0 6pt", fontSize: "16pt", lineHeight: 1.2 },
  heading: { margin: "14pt 0 4pt", fontSize: "13pt", lineHeight: 1.25, breakAfter: "avoid" },
  facts: { margin: "0 0 10pt" },
  fact: { display: "flex", columnGap: "8pt" },
  term: { flex: "0 0 120pt", color: "#444" },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
});
