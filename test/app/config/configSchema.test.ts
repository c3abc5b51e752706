import { readFileSync, writeFileSync } from "node:fs";
import { toJsonSchema } from "@valibot/to-json-schema";
import { describe, expect, it } from "vitest";
import { configPaths } from "../../../src/app/config/configFields.ts";
import { configSchema } from "../../../src/app/config/configSchema.ts";
import { fieldDescriptions } from "../../../src/app/config/fieldDescriptions.ts";
import { parseConfig } from "../../../src/app/config/parseConfig.ts";
import { rightFiles, wrongFiles } from "./configFiles.ts";
import { accepts } from "./jsonSchemaVerdict.ts";

const published = "public/config.schema.json";
const { $schema, ...body } = described(
  toJsonSchema(configSchema, { typeMode: "input", target: "draft-07" }) as Described,
);
const generated = {
  $schema,
  title: "config.json of VPP Revocation Monitor",
  description:
    "Runtime configuration, beside index.html. Everybody who can open the page can read it: no secrets.",
  ...body,
};

if (process.env.UPDATE === "1") writeFileSync(published, `${JSON.stringify(generated, null, 2)}\n`);
const schema = JSON.parse(readFileSync(published, "utf8"));

describe("config.schema.json", () => {
  it("is generated from the app's own schema", () => {
    const remedy = "see docs/configuration.md, The schema";
    expect(schema, `out of date: ${remedy}`).toEqual(JSON.parse(JSON.stringify(generated)));
  });

  it("names the fields that the error page explains", () => {
    expect(new Set(pathsOf(schema))).toEqual(new Set(configPaths));
  });

  it("accepts the shipped file", () => {
    const shipped = JSON.parse(readFileSync("public/config.json", "utf8"));
    expect(accepts(schema, shipped)).toBe(true);
    expect(parseConfig(shipped)).toMatchObject({ ok: true, config: { mode: "demo" } });
  });

  it.each(rightFiles)("accepts what the app accepts: %s", (_, file) => {
    expect([accepts(schema, file), parseConfig(file).ok]).toEqual([true, true]);
  });

  it.each(wrongFiles)("refuses what the app refuses: %s", (_, file) => {
    expect([accepts(schema, file), parseConfig(file).ok]).toEqual([false, false]);
  });
});

interface Described {
  readonly $schema?: string;
  readonly const?: unknown;
  readonly oneOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** With the words of each field beside its rules. */
function described(field: Described, path = ""): Described {
  const { oneOf, properties, ...rules } = field;
  const description = fieldDescriptions[rules.const === undefined ? path : `${path}=${rules.const}`];
  const prefix = path === "" ? "" : `${path}.`;
  return {
    ...rules,
    ...(description !== undefined && { description }),
    ...(oneOf && { oneOf: oneOf.map((option) => described(option, path)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, described(property, prefix + name)]),
      ),
    }),
  };
}

function pathsOf({ oneOf = [], properties = {}, items }: Described, path = ""): string[] {
  const prefix = path === "" ? "" : `${path}.`;
  return [
    path,
    ...oneOf.flatMap((option) => pathsOf(option, path)),
    ...Object.entries(properties).flatMap(([name, property]) => pathsOf(property, prefix + name)),
    ...(items === undefined ? [] : pathsOf(items, `${path}[]`)),
  ];
}
