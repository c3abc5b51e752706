import { readFileSync } from "node:fs";
import { lexer, type Tokens } from "marked";

/** The table of a Markdown file whose first column has this heading: each row's cells as they are written. */
export function documentedTable(path: string, firstHeading: string): readonly (readonly string[])[] {
  const tables = lexer(readFileSync(path, "utf8")).filter(isTable);
  const found = tables.find(({ header }) => header[0]?.text === firstHeading);
  if (found === undefined) throw new Error(`${path} has no table of ${firstHeading}`);
  return found.rows.map((row) => row.map(({ text }) => text));
}

function isTable(token: { readonly type: string }): token is Tokens.Table {
  return token.type === "table";
}
