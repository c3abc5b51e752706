import type { ActionResult } from "./actionResult.ts";
import { deriveOutcome, type RevocationOutcome } from "./outcome.ts";
import { deriveProgress, type RevocationProgress } from "./progress.ts";
import { type Instant, rawText } from "./received.ts";
import type { VppToken, VppTokenId } from "./vppToken.ts";

/**
 * What tells one revocation from another: Graph gives action results no id.
 * `ordinal` counts those that are otherwise equal, from 0, in Graph's order.
 */
export interface RevocationIdentity {
  readonly parentId: VppTokenId;
  readonly kind: "vppToken";
  readonly actionName: string | null;
  readonly started: string;
  readonly ordinal: number;
}

/** One row: a revocation of a VPP token's licences, with what may be said of it. */
export interface Revocation {
  /** Stable text form of the identity: equal for the same revocation in every snapshot. */
  readonly key: string;
  readonly identity: RevocationIdentity;
  /** More than one result of this token has this identity, so history may mix them up. */
  readonly isAmbiguous: boolean;
  readonly vppToken: VppToken;
  readonly result: ActionResult;
  readonly outcome: RevocationOutcome;
  readonly progress: RevocationProgress;
}

const revocationsByToken = new WeakMap<VppToken, readonly Revocation[]>();

/** Revocations of one token, in Graph's order. The same token object gives the same array. */
export function deriveRevocations(vppToken: VppToken): readonly Revocation[] {
  const known = revocationsByToken.get(vppToken);
  if (known !== undefined) return known;
  const derived = deriveAll(vppToken);
  revocationsByToken.set(vppToken, derived);
  return derived;
}

/** Text form of an identity, also the order-free key under which two snapshots meet. */
export function revocationKey(identity: RevocationIdentity): string {
  const { parentId, kind, actionName, started, ordinal } = identity;
  return JSON.stringify([parentId, kind, actionName, started, ordinal]);
}

function deriveAll(vppToken: VppToken): readonly Revocation[] {
  const results = (vppToken.actionResults ?? []).filter((result) => result.kind === "revokeLicenses");
  const alike = new Map<string, number>();
  const identified = results.map((result) => {
    const { actionName, startedAt } = result;
    const first = { parentId: vppToken.id, kind: "vppToken", actionName, ordinal: 0 } as const;
    const identity: RevocationIdentity = { ...first, started: startedText(startedAt) };
    const firstKey = revocationKey(identity);
    const ordinal = alike.get(firstKey) ?? 0;
    alike.set(firstKey, ordinal + 1);
    // Nearly always it is the first: its key is not made twice.
    return ordinal === 0
      ? { identity, key: firstKey, firstKey }
      : { identity: { ...identity, ordinal }, key: revocationKey({ ...identity, ordinal }), firstKey };
  });
  return results.map((result, index) => {
    const { identity, key, firstKey } = identified[index] as (typeof identified)[number];
    const outcome = deriveOutcome(result);
    return {
      key,
      identity,
      isAmbiguous: (alike.get(firstKey) ?? 0) > 1,
      vppToken,
      result,
      outcome,
      progress: deriveProgress(result),
    };
  });
}

/** The start in a form that does not depend on how Graph wrote it (offset, fraction digits). */
function startedText(startedAt: Instant): string {
  if (typeof startedAt === "number") return new Date(startedAt).toISOString();
  if (startedAt === null) return "notReported";
  if (startedAt === "never") return "never";
  return `unreadable:${rawText(startedAt.raw)}`;
}
