import type { ActionResult } from "../domain/actionResult.ts";
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

export function findingsIn({ tokens, unreadableTokens }: VppTokensSnapshot): SnapshotFindings {
  const { unreadable, others, notReported } = collectFindings(tokens);
  const isEveryToken = notReported.length === tokens.length;
  return { unreadable, unreadableTokens, notReported: isEveryToken ? [] : notReported, others };
}

/** Each is one line until it is opened. */
export function countNotices(findings: SnapshotFindings): number {
  return Object.values(findings).filter((list: readonly unknown[]) => list.length > 0).length;
}

const findingsByToken = new WeakMap<VppToken, Findings | "none">();

/** Tokens that did not change are not looked into again. */
function collectFindings(vppTokens: readonly VppToken[]): Findings {
  const found = vppTokens.map(findingsOf).filter((findings) => findings !== "none");
  return {
    unreadable: found.flatMap(({ unreadable }) => unreadable),
    others: found.flatMap(({ others }) => others),
    notReported: found.flatMap(({ notReported }) => notReported),
  };
}

function findingsOf(token: VppToken): Findings | "none" {
  const known = findingsByToken.get(token);
  if (known !== undefined) return known;
  const { actionResults, unreadableResults } = token;
  const findings: Findings = {
    unreadable: unreadableResults.map(({ raw }) => ({ token, raw })),
    others: (actionResults ?? []).flatMap((result) => (result.kind === "other" ? { token, result } : [])),
    notReported: actionResults === null && unreadableResults.length === 0 ? [token] : [],
  };
  const isNone = [findings.unreadable, findings.others, findings.notReported].every(
    (list) => list.length === 0,
  );
  findingsByToken.set(token, isNone ? "none" : findings);
  return isNone ? "none" : findings;
}
