import { deriveRevocations, type Revocation } from "../../domain/revocation.ts";
import type { VppToken } from "../../domain/vppToken.ts";
import { findContinued } from "./continuation.ts";
import type { Continuation } from "./historyMemory.ts";
import { keepableResult, keepableToken } from "./keepable.ts";
import { isSameObserved, type Observation, observedValues } from "./observation.ts";
import {
  lastObservation,
  lastSeenAtOf,
  type RememberedRevocation,
  type RememberedToken,
} from "./remembered.ts";

/** What one reading of one VPP token adds. */
export interface TokenRecord {
  readonly token: RememberedToken;
  readonly observed: readonly Observation[];
  readonly superseded: readonly Observation[];
  readonly continued: readonly Continuation[];
}

interface ReadTimes {
  readonly readAt: number;
  /** When all tokens were read before this; epoch ms. */
  readonly fullReadAt: number | null;
}

export function recordToken(
  before: RememberedToken | undefined,
  vppToken: VppToken,
  { readAt, fullReadAt }: ReadTimes,
): TokenRecord {
  const known = new Map(before?.revocations.map((one) => [one.key, one]));
  const reported = deriveRevocations(vppToken);
  const continuedBy = findContinued(before?.revocations ?? [], reported);
  const steps = reported.map((one) => recordOne(known.get(one.key) ?? continuedBy.get(one.key), one, readAt));
  const found = new Set(steps.map(({ before: one }) => one));
  const missing = [...known.values()].filter((one) => !found.has(one));
  return {
    token: {
      id: vppToken.id,
      vppToken: keepableToken(vppToken),
      seenAt: readAt,
      revocations: [
        ...steps.map(({ remembered }) => remembered),
        ...missing.map((one) => asGone(one, readAt, fullReadAt)),
      ],
    },
    observed: steps.flatMap(({ isNews, remembered }) => (isNews ? [lastObservation(remembered)] : [])),
    superseded: steps.flatMap(({ superseded }) => superseded),
    continued: [...continuedBy].map(([to, { key: from }]) => ({ from, to })),
  };
}

/** The VPP token as it was when it was last reported, with nothing of it reported any more. */
export function withoutReports(
  token: RememberedToken,
  readAt: number,
  fullReadAt: number | null,
): RememberedToken {
  if (token.revocations.every(({ goneSince }) => goneSince !== null)) return token;
  return { ...token, revocations: token.revocations.map((one) => asGone(one, readAt, fullReadAt)) };
}

interface Step {
  readonly before: RememberedRevocation | undefined;
  readonly remembered: RememberedRevocation;
  readonly isNews: boolean;
  readonly superseded: readonly Observation[];
}

function recordOne(before: RememberedRevocation | undefined, reported: Revocation, readAt: number): Step {
  if (before === undefined) {
    return { before, remembered: firstSight(reported, readAt), isNews: true, superseded: [] };
  }
  const again = seenAgain(before, reported, readAt);
  if (isSameObserved(observedValues(before.result), observedValues(again.result))) {
    return { before, remembered: again, isNews: false, superseded: [] };
  }
  const remembered = { ...again, changedAt: readAt, order: Math.max(readAt, before.order + 1) };
  const superseded = { ...lastObservation(before), key: reported.key };
  return { before, remembered, isNews: true, superseded: [superseded] };
}

/** One for all: hardly any revocation has one. */
const noFormerKeys: RememberedRevocation["formerKeys"] = [];

function firstSight(
  { key, identity, isAmbiguous, result }: Revocation,
  readAt: number,
): RememberedRevocation {
  return {
    key,
    identity,
    isAmbiguous,
    result: keepableResult(result),
    firstSeenAt: readAt,
    lastSeenAt: readAt,
    changedAt: readAt,
    order: readAt,
    goneSince: null,
    formerKeys: noFormerKeys,
  };
}

function seenAgain(before: RememberedRevocation, reported: Revocation, readAt: number): RememberedRevocation {
  const { key, identity, isAmbiguous, result } = reported;
  const formerKeys = before.formerKeys.length === 0 ? noFormerKeys : before.formerKeys;
  return {
    ...before,
    key,
    identity,
    isAmbiguous: before.isAmbiguous || isAmbiguous,
    result: keepableResult(result),
    lastSeenAt: Math.max(before.lastSeenAt, readAt),
    goneSince: null,
    formerKeys: before.key === key ? formerKeys : [...formerKeys, { key: before.key, until: readAt }],
  };
}

function asGone(one: RememberedRevocation, readAt: number, fullReadAt: number | null): RememberedRevocation {
  if (one.goneSince !== null) return one;
  const lastSeenAt = lastSeenAtOf(one, fullReadAt);
  return { ...one, lastSeenAt, goneSince: Math.max(readAt, lastSeenAt) };
}
