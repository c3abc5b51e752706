import type { FailureExplanation, HelpLink } from "../../domain/explainFailure.ts";
import type { FailureCause } from "../../domain/failureCause.ts";

const learn = "https://learn.microsoft.com";

const pages = {
  appleSystemStatus: "https://www.apple.com/support/systemstatus/",
  appleTermsHelp: "https://support.apple.com/HT203063",
  appleContentTokens: "https://support.apple.com/guide/business/manage-content-tokens-axme0f8659ec/web",
  applePushCertificates: "https://identity.apple.com/pushcert/",
  intuneSupport: `${learn}/intune/get-support`,
  learnVppApps: `${learn}/intune/intune-service/apps/vpp-apps-ios`,
  learnPushCertificate: `${learn}/intune/intune-service/enrollment/apple-mdm-push-certificate-get`,
} as const satisfies Record<Exclude<HelpLink, "intuneVppTokens">, string>;

/** Microsoft Learn shows a page in the language of its path; Apple's sites follow the reader's browser. */
const learnLanguages: Readonly<Record<string, string>> = { ru: "ru-ru" };

/** The admin centre has no documented address for the list of VPP tokens, so its front page and a click path serve. */
export function helpUrl(link: HelpLink, adminCenterUrl: string, locale: string): string {
  if (link === "intuneVppTokens") return adminCenterUrl;
  const language = learnLanguages[locale];
  return language === undefined ? pages[link] : pages[link].replace(`${learn}/`, `${learn}/${language}/`);
}

const firstOf = {
  appleFailure: "appleSystemStatus",
  internalError: "intuneVppTokens",
  expiredVppToken: "intuneVppTokens",
  expiredApplePushNotificationCertificate: "applePushCertificates",
  noReasonGiven: "intuneVppTokens",
  unrecognizedReason: "intuneVppTokens",
} as const satisfies Record<FailureCause, HelpLink>;

/** The one link that leads to the next step; the others stay quiet beside it. */
export function primaryLinkOf({ cause, steps }: FailureExplanation): HelpLink {
  return steps[0] === "runAgain" ? "intuneVppTokens" : firstOf[cause];
}
