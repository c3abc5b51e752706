import { outcomeGroupOf, outcomeGroups } from "../../domain/outcome.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { deriveTotals } from "../../domain/totals.ts";
import type { FormatText } from "../../i18n/useText.ts";
import { supportText } from "../details/supportText.ts";
import { type ExportSource, listLink, revocationLink } from "./exportSource.ts";
import {
  describeIncident,
  describeShortly,
  type Incident,
  type IncidentStyle,
  instantText,
} from "./incident.ts";
import { codeBlock, codeSpan, markdownLink, markdownTable } from "./markdown.ts";
import { createNaming } from "./naming.ts";
import { standInOf, supportOf } from "./standIns.ts";
import type { IncidentWords } from "./useIncidentWords.ts";

/** Longer lists are for CSV; nobody reads them in a ticket. */
const [mostRows, mostIncidents] = [200, 20];

/** One revocation for a ticket: what happened, the evidence, what to do, and what support asks for. */
export function incidentMarkdown(revocation: Revocation, source: ExportSource, given: IncidentWords): string {
  const style = markdownStyle(source, given);
  const { text } = style;
  const named = createNaming(source.names, standInOf(text))(revocation);
  const incident = describeIncident(named, style);
  return document(
    titleOf(source, text("export.summary.title", { name: incident.name }), text),
    incidentHead(incident, revocationLink(revocation, source), style),
    ...incidentBody(incident, "##", style),
    `## ${text("export.summary.support")}`,
    codeBlock(supportText(named, supportOf(source.support, source.names, text))),
  );
}

/** What is filtered for a ticket: sums, the list, and each revocation that needs attention. */
export function listMarkdown(source: ExportSource, given: IncidentWords): string {
  const style = markdownStyle(source, given);
  const { text } = style;
  const { revocations } = source;
  const named = createNaming(source.names, standInOf(text));
  const needing = revocations.filter(({ outcome }) => outcomeGroupOf(outcome) === "attention");
  return document(
    titleOf(source, text("export.summary.listTitle"), text),
    factsOfList(source, style),
    sumsOf(revocations, text),
    listTable(revocations.slice(0, mostRows), named, source, style),
    revocations.length > mostRows
      ? text("export.summary.firstOf", { shown: mostRows, count: revocations.length })
      : "",
    needing.length > 0 ? `## ${text("summary.attention")}` : "",
    ...needing.slice(0, mostIncidents).flatMap((revocation) => {
      const incident = describeIncident(named(revocation), style);
      return [
        `### ${incident.name}`,
        incidentHead(incident, revocationLink(revocation, source), style),
        ...incidentBody(incident, "####", style),
      ];
    }),
    needing.length > mostIncidents
      ? text("export.summary.firstOf", { shown: mostIncidents, count: needing.length })
      : "",
  );
}

function markdownStyle({ at }: ExportSource, given: IncidentWords): IncidentStyle {
  return { ...given, quote: codeSpan, dateOf: utcText, now: at };
}

/** The same moment for everybody who reads the ticket, e.g. "2026-11-22 10:42:00 UTC". */
function utcText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

function titleOf({ support: { isDemo } }: ExportSource, title: string, text: FormatText): string {
  return isDemo ? `# ${text("demo.mark")}: ${title}\n\n**${text("demo.text")}**` : `# ${title}`;
}

function incidentHead(incident: Incident, link: string | null, { text }: IncidentStyle): string {
  const { place, state, reason, progress, times } = incident;
  return markdownTable(
    [text("details.numbers.what"), text("export.summary.value")],
    [
      ...(place === null ? [] : [[text("export.summary.place"), place]]),
      [text("table.column.state"), reason === null ? state : `**${state}**. ${reason}`],
      [text("table.column.licences"), progress],
      ...times.map(({ term, value }) => [term, value]),
      ...linkLine(link, text),
    ],
  );
}

function linkLine(link: string | null, text: FormatText): readonly (readonly string[])[] {
  return link === null ? [] : [[text("export.summary.link"), `<${link}>`]];
}

function incidentBody(incident: Incident, level: string, { text }: IncidentStyle): readonly string[] {
  const { happened, evidence, steps, links, advice } = incident;
  return [
    `${level} ${text("details.whatHappened")}`,
    happened.join("\n\n"),
    evidence.length === 0
      ? ""
      : markdownTable(
          [text("details.evidence"), text("export.summary.value"), text("export.summary.verdict")],
          evidence.map(({ term, value, verdict }) => [term, value, verdict]),
        ),
    `${level} ${text("details.whatToDo")}`,
    steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
    links
      .map(({ words, url, path }) => `- ${markdownLink(words, url)}${path === null ? "" : `: ${path}`}`)
      .join("\n"),
    advice.length === 0 ? "" : `${level} ${text("details.thisToken")}`,
    advice.map(({ title, advice: words }) => `- **${title}** ${words}`).join("\n"),
  ];
}

function factsOfList(source: ExportSource, style: IncidentStyle): string {
  const { text, dateOf } = style;
  const { support, names, at, revocations } = source;
  const { tenantId, cloud, lastRead, productVersion } = supportOf(support, names, text);
  return markdownTable(
    [text("details.numbers.what"), text("export.summary.value")],
    [
      [text("export.summary.count"), text("value.number", { count: revocations.length })],
      ...(tenantId === null ? [] : [[text("export.summary.tenant"), codeSpan(tenantId)]]),
      [text("export.summary.cloud"), codeSpan(cloud)],
      [text("export.summary.at"), dateOf(at)],
      [text("export.summary.lastRead"), instantText(lastRead.at, style)],
      ["request-id", lastRead.requestId === null ? text("value.notReported") : codeSpan(lastRead.requestId)],
      ...linkLine(listLink(source), text),
      [text("app.name"), codeSpan(productVersion)],
    ],
  );
}

function sumsOf(revocations: readonly Revocation[], text: FormatText): string {
  const { byGroup, attempts, failed, leftOut } = deriveTotals(revocations);
  const counts = outcomeGroups
    .filter((group) => byGroup[group] > 0)
    .map((group) => `${text(`summary.${group}`)}: ${text("value.number", { count: byGroup[group] })}`);
  const sums = text("summary.attempts", { attempts, failed });
  const left = leftOut > 0 ? ` ${text("summary.leftOut", { count: leftOut })}` : "";
  return [...counts, `${sums}${left}. ${text("summary.attemptsHelp")}`].map((line) => `- ${line}`).join("\n");
}

function listTable(
  revocations: readonly Revocation[],
  named: (revocation: Revocation) => Revocation,
  source: ExportSource,
  style: IncidentStyle,
): string {
  const { text } = style;
  const columns = ["token", "state", "licences", "started", "updated"] as const;
  return markdownTable(
    [
      ...columns.map((column) => text(`table.column.${column}`)),
      ...(source.pageUrl === null ? [] : [text("export.summary.link")]),
    ],
    revocations.map((revocation) => {
      const { name, place, state, reason, progress } = describeShortly(named(revocation), style);
      const { startedAt, lastUpdatedAt } = revocation.result;
      const link = revocationLink(revocation, source);
      return [
        place === null ? name : `${name} ${place}`,
        reason === null ? state : `${state}. ${reason}`,
        progress,
        instantText(startedAt, style),
        instantText(lastUpdatedAt, style),
        ...(link === null ? [] : [markdownLink(text("export.summary.open"), link)]),
      ];
    }),
  );
}

function document(...blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
