import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { AllowedValue } from "../../app/config/configFields.ts";
import type { ConfigProblem } from "../../app/config/configProblem.ts";
import type { FoundValue } from "../../app/config/foundValue.ts";
import { type AppConfig, parseConfig } from "../../app/config/parseConfig.ts";
import { headerFormats } from "./headerFormats.ts";
import { derivePageHeaders } from "./pageHeaders.ts";

const formatNames = Object.keys(headerFormats).join("|");
const usage = `Usage: npm run headers -- --for ${formatNames} [--config public/config.json] [--base /]`;

try {
  process.stdout.write(`${printHeaders(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}\n`);
  process.exitCode = 1;
}

function printHeaders(argumentList: readonly string[]): string {
  const { values } = parseArgs({
    args: [...argumentList],
    options: {
      config: { type: "string", default: "public/config.json" },
      for: { type: "string", default: "" },
      base: { type: "string", default: "/" },
    },
  });
  if (!isFormatName(values.for))
    throw new Error(`--for: found ${JSON.stringify(values.for)}; allowed: ${formatNames}`);
  if (!/^\/([\w.-]+\/)*$/.test(values.base))
    throw new Error(
      `--base: found ${JSON.stringify(values.base)}; allowed: a path such as / or /revocations/`,
    );
  return headerFormats[values.for](derivePageHeaders(readConfig(values.config)), { basePath: values.base });
}

function isFormatName(name: string): name is keyof typeof headerFormats {
  return Object.hasOwn(headerFormats, name);
}

function readConfig(path: string): AppConfig {
  const parsed = parseConfig(readJson(path));
  if (parsed.ok) return parsed.config;
  throw new Error(parsed.problems.map((problem) => `${path}: ${describeProblem(problem)}`).join("\n"));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`--config ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function describeProblem({ path, found, allowed }: ConfigProblem): string {
  return `${path || "the file"}: found ${describeFound(found)}; allowed: ${describeAllowed(allowed)}`;
}

function describeFound(found: FoundValue): string {
  if (found.kind === "text") return found.text;
  return found.kind === "missing" ? "nothing" : "(hidden)";
}

function describeAllowed(allowed: AllowedValue): string {
  switch (allowed.kind) {
    case "oneOf":
      return allowed.values.join(", ");
    case "locale":
      return allowed.codes.join(", ");
    case "wholeNumber":
      return `a whole number from ${allowed.min} to ${allowed.max}`;
    case "noSuchField":
      return allowed.suggestion === null ? "no such field" : `no such field; ${allowed.suggestion}?`;
    case "tenant":
      return "a GUID or a verified domain";
    case "origins":
    case "origin":
      return "exact https origins";
    default:
      return allowed.kind;
  }
}
