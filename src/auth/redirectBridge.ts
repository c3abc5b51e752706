import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";
import { lingerAfterAnswer } from "./lingeringWindow.ts";
import { recallSignInStart } from "./signInStart.ts";

type PageState = "waiting" | "granted" | "failed";

/** The words stand in the page itself, in every language, so that they are there without this script as well. */
function showWords(state: PageState, language: string) {
  for (const main of document.querySelectorAll("main")) main.hidden = main.lang !== language;
  for (const words of document.querySelectorAll<HTMLElement>("[data-state]")) {
    words.hidden = words.dataset.state !== state;
  }
  document.documentElement.lang = language;
}

/** An administrator who approved the app is sent here too, without the `state` that a sign-in carries. */
function isAdminConsent(search: string): boolean {
  const answer = new URLSearchParams(search);
  return answer.get("admin_consent")?.toLowerCase() === "true" && !answer.has("error");
}

async function returnToApp(): Promise<boolean> {
  window.location.replace(recallSignInStart(window.location.href));
  return true;
}

const language = navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en";
const failed: PageState = isAdminConsent(window.location.search) ? "granted" : "failed";

showWords("waiting", language);
lingerAfterAnswer();
broadcastResponseToMainFrame({ navigateInternal: returnToApp, navigateExternal: returnToApp }).catch(() =>
  showWords(failed, language),
);
