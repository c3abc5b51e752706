import type { VppTokenId } from "../../domain/vppToken.ts";
import { groupBy } from "./groupBy.ts";
import type { ImportedLine, LineProblem } from "./importedLines.ts";
import { byRevocation, type IncomingHistory } from "./mergeHistory.ts";
import type { RememberedRevocation, RememberedToken } from "./remembered.ts";

/** Why nothing at all was taken. `noHeader` and `otherTenant` are for a person to overrule. */
export type ImportRefusal = "noHeader" | "otherTenant" | "newerVersion";

export interface ImportProblem {
  /** From 1. */
  readonly line: number;
  readonly problem: LineProblem;
  /** Path of the property that is wrong. */
  readonly where: string | null;
}

export interface NumberedLine {
  readonly number: number;
  readonly line: ImportedLine;
}

export interface CollectedImport {
  readonly refusal: ImportRefusal | null;
  readonly incoming: IncomingHistory;
  /** How many lines it is made of. */
  readonly usable: number;
  /** Every line that says nothing, in the order of the file. */
  readonly problems: readonly ImportProblem[];
}

/** Puts the lines of a file together, whatever their order. One that refers to a missing one is a problem itself. */
export function collectImport(lines: readonly NumberedLine[], tenantKey: string): CollectedImport {
  const judged = withoutOrphans(lines);
  const revocations = of(judged, "revocation").map(({ remembered }) => remembered);
  const tokens = of(judged, "vppToken").map(({ token }) => token);
  const observations = of(judged, "observation").map(({ observation }) => observation);
  const spans = of(judged, "span").map(({ span }) => span);
  return {
    refusal: refusalOf(of(judged, "header"), tenantKey),
    incoming: { tokens: assemble(tokens, revocations), past: byRevocation(observations), spans },
    usable: tokens.length + revocations.length + observations.length + spans.length,
    problems: judged.flatMap(({ number, line }) =>
      line.kind === "problem" ? [{ line: number, problem: line.problem, where: line.where }] : [],
    ),
  };
}

function refusalOf(headers: readonly Of<"header">[], tenantKey: string): ImportRefusal | null {
  if (headers.length === 0) return "noHeader";
  if (headers.some(({ isNewer }) => isNewer)) return "newerVersion";
  return headers.every(({ tenant }) => tenant === tenantKey) ? null : "otherTenant";
}

type Of<Kind> = Extract<ImportedLine, { kind: Kind }>;

function of<Kind extends ImportedLine["kind"]>(
  lines: readonly NumberedLine[],
  kind: Kind,
): readonly Of<Kind>[] {
  // The filter keeps this kind alone.
  return lines.map(({ line }) => line).filter((line) => line.kind === kind) as Of<Kind>[];
}

function withoutOrphans(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const ids = new Set(of(lines, "vppToken").map(({ token }) => token.id));
  const rooted = lines.map((one) =>
    one.line.kind === "revocation" && !ids.has(one.line.remembered.identity.parentId)
      ? orphan(one, "vppTokenMissing")
      : one,
  );
  const keys = new Set(of(rooted, "revocation").map(({ remembered }) => remembered.key));
  return rooted.map((one) =>
    one.line.kind === "observation" && !keys.has(one.line.observation.key)
      ? orphan(one, "revocationMissing")
      : one,
  );
}

function orphan({ number }: NumberedLine, problem: LineProblem): NumberedLine {
  return { number, line: { kind: "problem", problem, where: null } };
}

function assemble(
  tokens: readonly Omit<RememberedToken, "revocations">[],
  revocations: readonly RememberedRevocation[],
): readonly RememberedToken[] {
  const newest = new Map<VppTokenId, Omit<RememberedToken, "revocations">>();
  for (const token of tokens) {
    if (token.seenAt >= (newest.get(token.id)?.seenAt ?? token.seenAt)) newest.set(token.id, token);
  }
  const byToken = groupBy(revocations, ({ identity }) => identity.parentId);
  return [...newest.values()].map((token) => ({ ...token, revocations: byToken.get(token.id) ?? [] }));
}
