import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = "docs/decisions";

it("a decision names every package that others have written", () => {
  const { dependencies = {}, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const words = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const named = new Set(words.join("\n").match(/(?<=`)[^`\s]+(?=`)/g));
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  expect(packages.filter((name) => !name.startsWith("@types/") && !named.has(name))).toEqual([]);
});
