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
  /** What Intune no longer reports; part of no sum. */
  readonly gone: readonly Revocation[];
  /** `null` before a whole read: a part must not look like the whole. */
  readonly totals: RevocationTotals | null;
}

const noTokens: readonly VppToken[] = [];

export function useReported(snapshot: VppTokensSnapshot | null, gone: readonly Revocation[]): Reported {
  const vppTokens = snapshot?.tokens ?? noTokens;
  const isComplete = snapshot?.isComplete === true;
  return useMemo(() => {
    const revocations = listRevocations(vppTokens);
    return { vppTokens, revocations, gone, totals: isComplete ? deriveTotals(revocations) : null };
  }, [vppTokens, gone, isComplete]);
}
