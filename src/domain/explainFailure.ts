import { type Evidence, evidenceFor } from "./evidence.ts";
import { type FailureCause, failureCauseOf } from "./failureCause.ts";
import { laterRunOf } from "./laterRun.ts";
import type { Revocation } from "./revocation.ts";
import { deriveTokenConcerns, type TokenConcern } from "./tokenHealth.ts";
import type { VppToken } from "./vppToken.ts";

/** One thing to do; the interface turns each into a sentence. */
export type RemedyStep =
  | "runAgain"
  | "checkAppleStatus"
  | "acceptAppleTerms"
  | "checkTokenState"
  | "syncToken"
  | "waitThenRunOnce"
  | "contactIntuneSupport"
  | "downloadContentToken"
  | "uploadContentToken"
  | "waitForSync"
  | "checkPushCertificate"
  | "renewPushCertificate"
  | "uploadPushCertificate"
  | "checkAppResults"
  | "quoteRawReason";

export type HelpLink =
  | "intuneVppTokens"
  | "appleBusinessManager"
  | "appleSchoolManager"
  | "appleSystemStatus"
  | "appleTermsHelp"
  | "intuneSupport"
  | "learnVppApps"
  | "appleContentTokens"
  | "learnPushCertificate"
  | "applePushCertificates";

/** Why licences failed to revoke, as far as Graph and the token's own state tell, and what a person can do. */
export interface FailureExplanation {
  readonly cause: FailureCause;
  readonly evidence: readonly Evidence[];
  /**
   * In order. Begins with `runAgain` when the evidence says that the cause has gone since; empty when a later run ended
   * well.
   */
  readonly steps: readonly RemedyStep[];
  readonly links: readonly HelpLink[];
  /** The token's own trouble, whatever the reason says. */
  readonly tokenConcerns: readonly TokenConcern[];
}

interface Remedy {
  readonly steps: readonly RemedyStep[];
  readonly links: readonly HelpLink[];
}

/**
 * Sources: https://support.apple.com/HT203063, https://learn.microsoft.com/intune/get-support,
 * https://learn.microsoft.com/intune/intune-service/apps/vpp-apps-ios,
 * https://learn.microsoft.com/intune/intune-service/enrollment/apple-mdm-push-certificate-get
 */
const remedies = {
  appleFailure: {
    steps: ["checkAppleStatus", "acceptAppleTerms", "checkTokenState", "syncToken", "runAgain"],
    links: ["appleSystemStatus", "appleTermsHelp"],
  },
  internalError: {
    steps: ["waitThenRunOnce", "contactIntuneSupport"],
    links: ["intuneSupport"],
  },
  expiredVppToken: {
    steps: ["downloadContentToken", "uploadContentToken", "waitForSync", "runAgain"],
    links: ["appleContentTokens", "learnVppApps"],
  },
  expiredApplePushNotificationCertificate: {
    steps: ["checkPushCertificate", "renewPushCertificate", "uploadPushCertificate", "runAgain"],
    links: ["applePushCertificates", "learnPushCertificate"],
  },
  noReasonGiven: {
    steps: ["checkTokenState", "checkAppResults", "syncToken", "runAgain"],
    links: ["learnVppApps", "intuneSupport"],
  },
  unrecognizedReason: {
    steps: ["quoteRawReason", "checkTokenState", "contactIntuneSupport"],
    links: ["intuneSupport"],
  },
} as const satisfies Record<FailureCause, Remedy>;

/** What has been renewed needs no renewal. */
const remedyWhenRenewed: Remedy = { steps: ["runAgain", "contactIntuneSupport"], links: ["intuneSupport"] };

/** A reason that the evidence contradicts is no ground to renew anything. */
const remedyWhenContradicted: Remedy = {
  steps: ["checkTokenState", "runAgain", "contactIntuneSupport"],
  links: ["intuneSupport"],
};

/** `null` when there is no failure to explain. `now`: epoch ms. */
export function explainFailure(revocation: Revocation, now: number): FailureExplanation | null {
  const cause = failureCauseOf(revocation);
  if (cause === null) return null;
  const evidence = evidenceFor(cause, revocation, now);
  const tokenConcerns = deriveTokenConcerns(revocation.vppToken, now);
  if (laterRunOf(revocation) === "endedWell") return { cause, evidence, steps: [], links: [], tokenConcerns };
  const { steps, links } = remedyFor(cause, evidence);
  return {
    cause,
    evidence,
    steps,
    links: ["intuneVppTokens", ...managersFor(steps, revocation.vppToken), ...links],
    tokenConcerns,
  };
}

/** Where an Apple administrator signs in to do a step; an account of unknown kind may be at home in either. */
function managersFor(steps: readonly RemedyStep[], { accountType }: VppToken): readonly HelpLink[] {
  if (!steps.some((step) => step === "downloadContentToken" || step === "acceptAppleTerms")) return [];
  if (accountType === "business") return ["appleBusinessManager"];
  return accountType === "education"
    ? ["appleSchoolManager"]
    : ["appleBusinessManager", "appleSchoolManager"];
}

function remedyFor(cause: FailureCause, evidence: readonly Evidence[]): Remedy {
  const verdicts = new Set(evidence.map(({ verdict }) => verdict));
  if (verdicts.has("contradicts")) return remedyWhenContradicted;
  const { steps, links }: Remedy = remedies[cause];
  if (!verdicts.has("changedSince")) return { steps, links };
  if (cause === "expiredVppToken") return remedyWhenRenewed;
  return { steps: ["runAgain", ...steps.filter((step) => step !== "runAgain")], links };
}
