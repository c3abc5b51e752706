import { useMemo } from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { deriveTotals, type RevocationTotals } from "../domain/totals.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { listRevocations } from "./rows.ts";

/** What a snapshot reports, whatever is filtered. */
export interface Reported {
  readonly vppTokens: readonly VppToken[];
  readonly revocations: readonly Revocation[];
  /** `null` before a whole read: a part must not look like the whole. */
  readonly totals: RevocationTotals | null;
}

const none: readonly VppToken[] = [];

export function useReported(snapshot: VppTokensSnapshot | null): Reported {
  const vppTokens = snapshot?.tokens ?? none;
  const isComplete = snapshot?.isComplete === true;
  return useMemo(() => {
    const revocations = listRevocations(vppTokens);
    return { vppTokens, revocations, totals: isComplete ? deriveTotals(revocations) : null };
  }, [vppTokens, isComplete]);
}
