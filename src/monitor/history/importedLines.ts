import * as v from "valibot";
import { redact } from "../../graph/redact.ts";
import { historyFormat } from "./exportLines.ts";
import { observationSchema, revocationSchema, spanSchema, tokenSchema } from "./historySchemas.ts";
import { isSmall, keepableResult, keepableToken } from "./keepable.ts";
import type { Observation } from "./observation.ts";
import type { RememberedRevocation, RememberedToken } from "./remembered.ts";
import type { WatchedSpan } from "./watchedSpans.ts";

export type LineProblem =
  | "notJson"
  | "unknownKind"
  | "wrongShape"
  | "tooLarge"
  | "tooMany"
  | "revocationMissing"
  | "vppTokenMissing";

/** What one line of a file says, or why it says nothing. */
export type ImportedLine =
  | { readonly kind: "header"; readonly tenant: string; readonly isNewer: boolean }
  | { readonly kind: "span"; readonly span: WatchedSpan }
  | { readonly kind: "vppToken"; readonly token: Omit<RememberedToken, "revocations"> }
  | { readonly kind: "revocation"; readonly remembered: RememberedRevocation }
  | { readonly kind: "observation"; readonly observation: Observation }
  | {
      readonly kind: "problem";
      readonly problem: LineProblem;
      /** Path of the property that is wrong. */
      readonly where: string | null;
    };

const longestLine = 1_000_000;
const header = v.object({ format: v.literal(historyFormat.format), version: v.number(), tenant: v.string() });

/** Reads one line, from which everything that could be a credential has been removed. Never throws. */
export function parseImportedLine(text: string): ImportedLine {
  if (text.length > longestLine) return problemOf("tooLarge");
  const json = parseJson(text);
  if (json === undefined) return problemOf("notJson");
  switch ((json as { readonly kind?: unknown } | null)?.kind) {
    case "header":
      return judge(header, json, ({ tenant, version }) => ({
        kind: "header",
        tenant,
        isNewer: version > historyFormat.version,
      }));
    case "span":
      return judge(spanSchema, json, (span) => ({ kind: "span", span }));
    case "vppToken":
      return judge(tokenSchema, json, (token) => ({
        kind: "vppToken",
        token: { ...token, vppToken: keepableToken(token.vppToken) },
      }));
    case "revocation":
      return judge(revocationSchema, json, (one) => ({
        kind: "revocation",
        remembered: { ...one, result: keepableResult(one.result) },
      }));
    case "observation":
      if (!isSmall(json)) return problemOf("tooLarge");
      return judge(observationSchema, json, (observation) => ({ kind: "observation", observation }));
    default:
      return problemOf("unknownKind");
  }
}

function parseJson(text: string): unknown {
  try {
    return redact(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function judge<Content>(
  schema: v.GenericSchema<Content>,
  json: unknown,
  toLine: (content: Content) => ImportedLine,
): ImportedLine {
  const judged = v.safeParse(schema, json);
  if (judged.success) return toLine(judged.output);
  return { kind: "problem", problem: "wrongShape", where: v.getDotPath(judged.issues[0]) };
}

export function problemOf(problem: LineProblem): ImportedLine {
  return { kind: "problem", problem, where: null };
}
