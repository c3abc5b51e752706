import type { FailureExplanation, HelpLink } from "../../domain/explainFailure.ts";
import type { FailureCause } from "../../domain/failureCause.ts";

const learn = "https://learn.microsoft.com";

const pages = {
  appleBusinessManager: "https://business.apple.com/",
  appleSchoolManager: "https://school.apple.com/",
  appleSystemStatus: "https://www.apple.com/support/systemstatus/",
  appleTermsHelp: "https://support.apple.com/HT203063",
  appleContentTokens: "https://support.apple.com/guide/business/manage-content-tokens-axme0f8659ec/web",
  applePushCertificates: "https://identity.apple.com/pushcert/",
  intuneSupport: `${learn}/intune/get-support`,
  learnVppApps: `${learn}/intune/intune-service/apps/vpp-apps-ios`,
  learnPushCertificate: `${learn}/intune/intune-service/enrollment/apple-mdm-push-certificate-get`,
} as const satisfies Record<Exclude<HelpLink, "intuneVppTokens">, string>;

/**
 * Microsoft Learn and Apple's support articles show a page in the language of its path; Apple's guides and portals
 * follow the reader's browser.
 */
const pathLanguages: Readonly<Record<string, string>> = {
  ar: "ar-sa",
  de: "de-de",
  es: "es-es",
  fr: "fr-fr",
  ja: "ja-jp",
  ru: "ru-ru",
};

const withLanguage = /^https:\/\/(learn\.microsoft\.com\/|support\.apple\.com\/(?=HT))/;

/** Apple's system status is a page of a country's site; elsewhere it is in English. */
const statusCountries: Readonly<Record<string, string>> = { de: "de", es: "es", fr: "fr", ja: "jp" };

/** The admin centre has no documented address for the list of VPP tokens, so its front page and a click path serve. */
export function helpUrl(link: HelpLink, adminCenterUrl: string, locale: string): string {
  if (link === "intuneVppTokens") return adminCenterUrl;
  const country = statusCountries[locale];
  if (link === "appleSystemStatus" && country !== undefined) {
    return `https://www.apple.com/${country}/support/systemstatus/`;
  }
  const language = pathLanguages[locale];
  return language === undefined ? pages[link] : pages[link].replace(withLanguage, `$&${language}/`);
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

/** Whether the list of VPP tokens is the place in Intune to go to. */
export function isAboutToken({ cause }: FailureExplanation): boolean {
  return cause !== "expiredApplePushNotificationCertificate";
}
