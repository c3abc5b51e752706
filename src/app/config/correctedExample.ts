import { type ConfigPath, configFields, configPaths } from "./configFields.ts";
import { isPlainObject } from "./configProblem.ts";
import { parseConfig } from "./parseConfig.ts";

type Section = Record<string, unknown>;

/**
 * A file to copy that is right: what was right in `json` stays, what was wrong is replaced by an example, what
 * means nothing is left out.
 */
export function correctedExample(json: unknown): Readonly<Section> {
  const found = isPlainObject(json) ? json : {};
  const parsed = parseConfig(json);
  const wrong = parsed.ok ? [] : parsed.problems.map(({ path }) => path);
  const file: Section = { $schema: configFields.$schema.example, mode: modeOf(found) };
  for (const path of fieldPaths) {
    const value = valueAt(found, path);
    const isWrong = wrong.some((other) => other === path || other.startsWith(`${path}[`));
    if (isWrong || (value === undefined && isRequired(path, file))) put(file, path, exampleAt(path));
    else if (value !== undefined) put(file, path, value);
  }
  return file;
}

const fieldPaths = configPaths.filter(
  (path) => "example" in configFields[path] && path !== "$schema" && path !== "mode",
);

/** Without a readable mode, the one that a deployment is about. */
function modeOf({ mode }: Readonly<Section>): string {
  return typeof mode === "string" && mode.trim().toLowerCase() === "demo"
    ? "demo"
    : configFields.mode.example;
}

function isRequired(path: ConfigPath, file: Section): boolean {
  return file.mode === "tenant" && (path === "clientId" || path === "tenantId");
}

function exampleAt(path: ConfigPath): unknown {
  const field = configFields[path];
  return "example" in field ? field.example : undefined;
}

function valueAt(found: Readonly<Section>, path: string): unknown {
  const [first = "", second] = path.split(".");
  const value = found[first];
  if (second === undefined) return value;
  return isPlainObject(value) ? value[second] : undefined;
}

function put(file: Section, path: string, value: unknown): void {
  const [first = "", second] = path.split(".");
  if (second === undefined) file[first] = value;
  else file[first] = { ...(isPlainObject(file[first]) ? file[first] : {}), [second]: value };
}
