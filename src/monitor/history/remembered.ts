import type { ActionResult } from "../../domain/actionResult.ts";
import { deriveOutcome } from "../../domain/outcome.ts";
import { deriveProgress } from "../../domain/progress.ts";
import type { Revocation, RevocationIdentity } from "../../domain/revocation.ts";
import type { VppToken, VppTokenId } from "../../domain/vppToken.ts";
import { type Observation, observedValues } from "./observation.ts";

/** Times are epoch ms. */
export interface RememberedRevocation {
  readonly key: string;
  readonly identity: RevocationIdentity;
  /** It once shared its identity with another one, so their observations may be mixed up. */
  readonly isAmbiguous: boolean;
  /** As last reported. */
  readonly result: ActionResult;
  readonly firstSeenAt: number;
  /**
   * When it was last known to be reported. Not moved by every read: while it is reported and untouched, it was also
   * seen at the last read of all tokens (`lastSeenAtOf`).
   */
  readonly lastSeenAt: number;
  /** When the values of `result` were first seen; `firstSeenAt` while nothing has changed. */
  readonly changedAt: number;
  /** `order` of the observation that those values are. */
  readonly order: number;
  /** First read that no longer had it; `null` while Intune reports it. */
  readonly goneSince: number | null;
  /** Keys under which it was known before Intune reported its start. `until`: when that was. */
  readonly formerKeys: readonly { readonly key: string; readonly until: number }[];
}

/** A VPP token that has, or had, revocations. */
export interface RememberedToken {
  readonly id: VppTokenId;
  /** As last reported, without action results. */
  readonly vppToken: VppToken;
  /** When it was last seen to be different from before. */
  readonly seenAt: number;
  readonly revocations: readonly RememberedRevocation[];
}

/** What was seen last; the store holds only what came before it. */
export function lastObservation({ key, result, changedAt, order }: RememberedRevocation): Observation {
  return { key, seenAt: changedAt, order, ...observedValues(result) };
}

export function lastSeenAtOf(remembered: RememberedRevocation, fullReadAt: number | null): number {
  const { lastSeenAt, goneSince } = remembered;
  return goneSince === null ? Math.max(lastSeenAt, fullReadAt ?? lastSeenAt) : lastSeenAt;
}

const tokensShownAgain = new WeakMap<RememberedToken, VppToken>();

/** A VPP token to show from memory, with the results that Intune still reports. The same one gives the same token. */
export function tokenFromMemory(token: RememberedToken): VppToken {
  const known = tokensShownAgain.get(token);
  if (known !== undefined) return known;
  const reported = token.revocations.filter(({ goneSince }) => goneSince === null);
  const vppToken = { ...token.vppToken, actionResults: reported.map(({ result }) => result) };
  tokensShownAgain.set(token, vppToken);
  return vppToken;
}

const shownAgain = new WeakMap<RememberedRevocation, Revocation>();

/**
 * A row to show from memory. Its VPP token has the results that are still reported, as a later run tells what is left
 * to do about an earlier one. While nothing of its token changes it is the same row.
 */
export function revocationFromMemory(token: RememberedToken, remembered: RememberedRevocation): Revocation {
  const vppToken = tokenFromMemory(token);
  const known = shownAgain.get(remembered);
  if (known?.vppToken === vppToken) return known;
  const { key, identity, isAmbiguous, result } = remembered;
  const revocation: Revocation = {
    key,
    identity,
    isAmbiguous,
    vppToken,
    result,
    outcome: deriveOutcome(result),
    progress: deriveProgress(result),
  };
  shownAgain.set(remembered, revocation);
  return revocation;
}
