import { describe, expect, it } from "vitest";
import { type ConfigPath, configFields, configPaths } from "../../../src/app/config/configFields.ts";
import { parseConfig } from "../../../src/app/config/parseConfig.ts";
import { documentedTable } from "../../support/documentedTable.ts";
import { tenantFile } from "./configFiles.ts";

/** Sections and elements of a list are explained with the fields that hold values. */
const fields = configPaths.filter((path) => "example" in configFields[path]);
const tables = {
  "README.md": documentedTable("README.md", "field of `config.json`"),
  "docs/configuration.md": documentedTable("docs/configuration.md", "field"),
};

describe.each(Object.entries(tables))("the fields in %s", (_, rows) => {
  it("are those of the schema, in its order", () => {
    expect(rows.map(([field]) => field)).toEqual(fields.map((field) => `\`${field}\``));
  });

  it("have the defaults that a file without them has", () => {
    const parsed = parseConfig(tenantFile());
    if (!parsed.ok) throw new Error("the least of a tenant is refused");
    const inWords: Partial<Record<ConfigPath, string>> = {
      $schema: "none",
      mode: "required",
      clientId: "required for `tenant`",
      tenantId: "required for `tenant`",
      "embed.allowedOrigins": "none",
      locale: "the browser's",
    };
    const expected = fields.map((field) => inWords[field] ?? written(valueAt(parsed.config, field)));
    expect(rows.map((row) => row.at(-1))).toEqual(expected);
    expect(parsed.config).toMatchObject({ embed: { allowedOrigins: [] }, locale: null });
  });
});

function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner, name) => Reflect.get(Object(inner), name), value);
}

function written(value: unknown): string {
  return typeof value === "number" ? String(value) : `\`${value}\``;
}
