import type { FailureExplanation, RemedyStep } from "./explainFailure.ts";
import { laterRunOf } from "./laterRun.ts";
import { isRunning } from "./outcome.ts";
import type { Revocation } from "./revocation.ts";

/** Whom a helpdesk can turn to. The Apple administrator is whoever manages Apple Business or School Manager. */
export type Contact = "intuneAdministrator" | "appleAdministrator" | "microsoftSupport" | "appleSupport";

/** Who takes a step; `null`: whoever reads it can take it. */
const takenBy = {
  runAgain: "intuneAdministrator",
  checkAppleStatus: null,
  acceptAppleTerms: "appleAdministrator",
  checkTokenState: "intuneAdministrator",
  syncToken: "intuneAdministrator",
  waitThenRunOnce: "intuneAdministrator",
  contactIntuneSupport: "microsoftSupport",
  downloadContentToken: "appleAdministrator",
  uploadContentToken: "intuneAdministrator",
  waitForSync: "intuneAdministrator",
  checkPushCertificate: "intuneAdministrator",
  renewPushCertificate: "appleAdministrator",
  uploadPushCertificate: "intuneAdministrator",
  checkAppResults: "intuneAdministrator",
  quoteRawReason: null,
} as const satisfies Record<RemedyStep, Contact | null>;

/** Who helps when a step does not: what only Apple can know, Apple's support is asked. */
const helpsWith: Partial<Record<RemedyStep, Contact>> = {
  acceptAppleTerms: "appleSupport",
  renewPushCertificate: "appleSupport",
  checkAppResults: "microsoftSupport",
};

/**
 * Whom to call about a revocation, in the order in which they are needed; each once. Empty: nobody has to do anything.
 * Follows from the steps of the explanation, so that the two never say different things.
 */
export function whoToCall(
  revocation: Revocation,
  explanation: FailureExplanation | null,
): readonly Contact[] {
  if (explanation === null) return withoutFailure(revocation);
  const { steps } = explanation;
  const contacts = [...steps.map((step) => takenBy[step]), ...steps.map((step) => helpsWith[step] ?? null)];
  const named = contacts.filter((contact) => contact !== null);
  return [...new Set([...named.filter((contact) => !isSupport(contact)), ...named])];
}

function isSupport(contact: Contact): boolean {
  return contact === "microsoftSupport" || contact === "appleSupport";
}

function withoutFailure(revocation: Revocation): readonly Contact[] {
  const { outcome } = revocation;
  const later = laterRunOf(revocation);
  if (isRunning(outcome) || outcome === "done" || later === "endedWell") return [];
  if (outcome !== "canceled") return ["intuneAdministrator", "microsoftSupport"];
  return later === null ? ["intuneAdministrator"] : [];
}
