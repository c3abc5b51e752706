import type { MessageId } from "../../i18n/useText.ts";

/**
 * Every word that needs one gets its explanation here, and nowhere else: the message that names it. What it means is
 * the message `glossary.` and its id. The part before the hyphen is its section.
 */
export const glossary = {
  "basics-token": "table.column.token",
  "basics-revocation": "glossary.term-revocation",
  "basics-attention": "finding.attention.title",
  "group-attention": "summary.attention",
  "group-running": "summary.running",
  "group-endedWell": "summary.endedWell",
  "group-canceled": "summary.canceled",
  "group-other": "summary.other",
  "state-none": "state.none",
  "state-pending": "state.pending",
  "state-active": "state.active",
  "state-done": "state.done",
  "state-doneWithFailures": "state.doneWithFailures",
  "state-failed": "state.failed",
  "state-canceled": "state.canceled",
  "state-notSupported": "state.notSupported",
  "state-unrecognized": "glossary.term-unrecognized",
  "state-notReported": "state.notReported",
  "number-attempted": "details.numbers.attempted",
  "number-failed": "details.numbers.failed",
  "number-revoked": "details.numbers.revoked",
  "number-sums": "glossary.term-sums",
  "number-leftOut": "glossary.term-leftOut",
  "number-started": "table.column.started",
  "number-updated": "table.column.updated",
  "number-duration": "table.column.duration",
  "number-expires": "table.column.expires",
  "number-synced": "table.column.synced",
  "mark-contradictory": "mark.contradictory",
  "mark-unchanged": "glossary.term-unchanged",
  "mark-gone": "history.mark.gone",
  "mark-news": "glossary.term-news",
  "mark-ambiguous": "glossary.term-ambiguous",
  "reason-appleFailure": "reason.appleFailure",
  "reason-internalError": "reason.internalError",
  "reason-expiredVppToken": "reason.expiredVppToken",
  "reason-expiredApplePushNotificationCertificate": "reason.expiredApplePushNotificationCertificate",
  "reason-noReasonGiven": "reason.noReasonGiven",
  "reason-unrecognizedReason": "glossary.term-unrecognizedReason",
  "token-valid": "tokenState.valid",
  "token-expired": "tokenState.expired",
  "token-invalid": "tokenState.invalid",
  "token-assignedToExternalMDM": "tokenState.assignedToExternalMDM",
  "token-duplicateLocationId": "tokenState.duplicateLocationId",
  "token-unknown": "tokenState.unknown",
  "verdict-agrees": "details.verdict.agrees",
  "verdict-changedSince": "details.verdict.renewedSince",
  "verdict-contradicts": "details.verdict.contradicts",
  "verdict-cannotTell": "details.verdict.cannotTell",
  "watch-live": "status.live",
  "watch-late": "status.late",
  "watch-failing": "status.failing",
  "watch-stale": "status.stale",
  "watch-throttled": "status.throttled",
  "watch-offline": "status.offline",
  "watch-paused": "status.paused",
  "watch-signInNeeded": "status.signInNeeded",
  "watch-denied": "status.denied",
  "watch-starting": "status.starting",
} as const satisfies Record<string, MessageId>;

export type TermId = keyof typeof glossary;

export const termIds = Object.keys(glossary) as readonly TermId[];

type SectionOf<Id extends string> = Id extends `${infer Section}-${string}` ? Section : never;
export type GlossarySection = SectionOf<TermId>;

export function sectionOf(id: TermId): GlossarySection {
  return id.slice(0, id.indexOf("-")) as GlossarySection;
}

/** The words that are named, alone or by their section; a name that is none names nothing. */
export function termsOf(names: readonly string[]): readonly TermId[] {
  return names.flatMap((name) => termIds.filter((id) => id === name || sectionOf(id) === name));
}
