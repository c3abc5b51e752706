import type { TokenConcern } from "../../domain/tokenHealth.ts";
import type { MessageId } from "../../i18n/useText.ts";

interface ConcernWords {
  readonly title: MessageId;
  readonly advice: MessageId;
}

const stateWords = {
  expired: { title: "details.concern.stateExpired.title", advice: "details.concern.renew" },
  invalid: { title: "details.concern.stateInvalid.title", advice: "details.concern.stateInvalid.advice" },
  assignedToExternalMDM: {
    title: "details.concern.stateAssignedToExternalMDM.title",
    advice: "details.concern.stateAssignedToExternalMDM.advice",
  },
  duplicateLocationId: {
    title: "details.concern.stateDuplicateLocationId.title",
    advice: "details.concern.stateDuplicateLocationId.advice",
  },
  unknown: { title: "details.concern.stateUnknown.title", advice: "details.concern.stateUnknown.advice" },
} as const satisfies Record<Extract<TokenConcern, { kind: "state" }>["state"], ConcernWords>;

const otherWords = {
  unrecognizedState: {
    title: "details.concern.unrecognizedState.title",
    advice: "details.concern.unrecognizedState.advice",
  },
  expired: { title: "details.concern.expired.title", advice: "details.concern.renew" },
  expiresSoon: { title: "details.concern.expiresSoon.title", advice: "details.concern.renew" },
  syncFailed: { title: "details.concern.syncFailed.title", advice: "details.concern.syncFailed.advice" },
  notSynced: { title: "details.concern.notSynced.title", advice: "details.concern.notSynced.advice" },
} as const satisfies Record<Exclude<TokenConcern["kind"], "state">, ConcernWords>;

/** Each trouble of a token with advice of its own. */
export function concernWords(concern: TokenConcern): ConcernWords {
  return concern.kind === "state" ? stateWords[concern.state] : otherWords[concern.kind];
}

/** What its sentences may name. `dateOf` is given epoch ms; `show` makes foreign text fit for where they go. */
export function concernValues<Shown>(
  concern: TokenConcern,
  dateOf: (at: number) => string,
  show: (foreign: string) => Shown,
) {
  return {
    raw: concern.kind === "unrecognizedState" ? show(concern.raw) : null,
    severity: concern.kind === "notSynced" ? concern.severity : null,
    date:
      "expiresAtMs" in concern
        ? dateOf(concern.expiresAtMs)
        : "lastSyncAtMs" in concern
          ? dateOf(concern.lastSyncAtMs)
          : null,
  };
}
