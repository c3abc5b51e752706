import { type AllowedValue, configFields, configPathOf, configPaths, nearestPath } from "./configFields.ts";
import { boundedText, type FoundValue, foundValue } from "./foundValue.ts";

/** One wrong field. */
export interface ConfigProblem {
  /** For example `poll.activeSeconds` or `embed.allowedOrigins[1]`; `""` is the file as a whole. */
  readonly path: string;
  readonly found: FoundValue;
  readonly allowed: AllowedValue;
}

/** `path` must be one of the known fields, `value` what stands there. */
export function wrongValue(path: string, value: unknown): ConfigProblem {
  const known = configPathOf(path);
  return { path, found: foundValue(path, value), allowed: configFields[known ?? ""].allowed };
}

/**
 * What has the wrong shape whatever the values: something that is no object where one belongs, and fields that
 * mean nothing. Those are most likely misspelt, and a misspelt setting that is silently ignored is never found.
 */
export function shapeProblems(json: unknown): readonly ConfigProblem[] {
  if (!isPlainObject(json)) return [wrongValue("", json)];
  const sections = configPaths.filter((path) => configFields[path].allowed.kind === "object" && path !== "");
  return [...sections.flatMap((path) => sectionProblems(path, json[path])), ...unknownFields("", json)];
}

function sectionProblems(path: string, value: unknown): readonly ConfigProblem[] {
  if (value === undefined) return [];
  return isPlainObject(value) ? unknownFields(`${path}.`, value) : [wrongValue(path, value)];
}

/** `prefix`: empty, or a section's path with its full stop. */
function unknownFields(prefix: string, value: Readonly<Record<string, unknown>>): readonly ConfigProblem[] {
  return Object.keys(value)
    .filter((name) => name === "" || name.includes(".") || configPathOf(prefix + name) === null)
    .map((name) => ({
      path: prefix + boundedText(name),
      found: foundValue(name, value[name]),
      allowed: { kind: "noSuchField", suggestion: nearestPath(name) },
    }));
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
