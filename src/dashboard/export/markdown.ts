import { oneLine } from "../oneLine.ts";

/**
 * Foreign text as code: no reader of Markdown makes a link, a mention, a picture or HTML of it. A bar would end a cell
 * of a table even there, and dialects disagree on how to escape it, so a broken bar takes its place.
 */
export function codeSpan(foreign: string): string {
  const plain = oneLine(foreign).replaceAll("|", "¦");
  const fence = "`".repeat(longestRun(plain) + 1);
  const padding = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return fence + padding + plain + padding + fence;
}

/** Text of several lines as a block of code that nothing in it can end. */
export function codeBlock(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text.trimEnd()}\n${fence}`;
}

/** Cells are words of ours, foreign text as code, or links of ours; none holds a bar or a line break. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

/** `url` is one of ours or of `helpLinks`, so it holds neither spaces nor brackets. */
export function markdownLink(words: string, url: string): string {
  return `[${words}](${url})`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}
