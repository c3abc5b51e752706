import { clouds } from "../../app/config/clouds.ts";
import { loadConfig } from "../../app/config/loadConfig.ts";
import { relaySignIn } from "../../auth/popupRelay.ts";

type PageState = "asking" | "waiting" | "failed";

const language = navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en";
document.documentElement.lang = language;
for (const main of document.querySelectorAll("main")) main.hidden = main.lang !== language;

loadConfig((input, init) => fetch(input, init), new URL("config.json", document.URL).href).then(
  ({ cloud }) => askPerson(clouds[cloud].loginOrigin),
  () => show("failed"),
);

/** Browsers let only what a person presses open a window. */
function askPerson(loginOrigin: string): void {
  show(window.opener === null ? "failed" : "asking");
  for (const button of document.querySelectorAll("button"))
    button.addEventListener("click", () => begin(loginOrigin));
  document.querySelector<HTMLButtonElement>(`main[lang=${language}] button`)?.focus();
}

function begin(loginOrigin: string): void {
  try {
    relaySignIn(loginOrigin);
    show("waiting");
  } catch {
    show("failed");
  }
}

function show(state: PageState): void {
  for (const words of document.querySelectorAll<HTMLElement>("[data-state]"))
    words.hidden = words.dataset.state !== state;
}
