import type { ActionResult } from "../domain/actionResult.ts";
import { createItemwise } from "../domain/itemwise.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppToken } from "../domain/vppToken.ts";

/** What the table cannot show of some tokens. */
interface Findings {
  readonly unreadable: readonly { readonly token: VppToken; readonly raw: unknown }[];
  readonly others: readonly { readonly token: VppToken; readonly result: ActionResult }[];
  readonly notReported: readonly VppToken[];
}

/** What a snapshot needs a notice for: whatever the table cannot show. */
export interface SnapshotFindings extends Findings {
  readonly unreadableTokens: VppTokensSnapshot["unreadableTokens"];
}

/** Of one snapshot after another. Tokens that did not change are not looked into again; equal findings are one object. */
export function createFindings(): (snapshot: VppTokensSnapshot) => SnapshotFindings {
  const findEach = createItemwise(findingsOf);
  let last: { readonly each: readonly (Findings | "none")[]; readonly found: SnapshotFindings } | null = null;
  return ({ tokens, unreadableTokens }) => {
    const each = findEach(tokens);
    if (last?.each === each && last.found.unreadableTokens === unreadableTokens) return last.found;
    const { unreadable, others, notReported } = collectFindings(each);
    const isEveryToken = notReported.length === tokens.length;
    const found = { unreadable, unreadableTokens, notReported: isEveryToken ? [] : notReported, others };
    last = { each, found };
    return found;
  };
}

/** Each is one line until it is opened. */
export function countNotices(findings: SnapshotFindings): number {
  return Object.values(findings).filter((list: readonly unknown[]) => list.length > 0).length;
}

function collectFindings(ofEach: readonly (Findings | "none")[]): Findings {
  const found = ofEach.filter((findings) => findings !== "none");
  return {
    unreadable: found.flatMap(({ unreadable }) => unreadable),
    others: found.flatMap(({ others }) => others),
    notReported: found.flatMap(({ notReported }) => notReported),
  };
}

function findingsOf(token: VppToken): Findings | "none" {
  const { actionResults, unreadableResults } = token;
  const findings: Findings = {
    unreadable: unreadableResults.map(({ raw }) => ({ token, raw })),
    others: (actionResults ?? []).flatMap((result) => (result.kind === "other" ? { token, result } : [])),
    notReported: actionResults === null && unreadableResults.length === 0 ? [token] : [],
  };
  const isNone = [findings.unreadable, findings.others, findings.notReported].every(
    (list) => list.length === 0,
  );
  return isNone ? "none" : findings;
}
