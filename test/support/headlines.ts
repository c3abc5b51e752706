import type { Locator, Page } from "@playwright/test";
import type { ScenarioName } from "../../src/emulator/scenarios.ts";
import type { MessageId } from "../../src/i18n/useText.ts";
import { words } from "./words.ts";

/** The message that each emulated tenant is recognised by, or one of several. */
const headlines = {
  mixed: "answer.both",
  quiet: "answer.noRevocations",
  empty: "answer.noTokens",
  failures: "answer.attention",
  unchanged: "answer.running",
  malformed: "notice.unreadable",
  throttled: "problem.throttledHelp",
  // One thing goes wrong after the other.
  outage: ["problem.serverError", "problem.network", "problem.unreadableAnswer"],
  forbidden: "problem.forbidden",
  expired: "signIn.problem.sessionEnded.title",
  district: "answer.both",
} as const satisfies Record<ScenarioName, MessageId | readonly MessageId[]>;

export function headlineOf(page: Page, scenario: ScenarioName, lang: "en" | "ru"): Locator {
  const texts = [headlines[scenario]].flat().map((id) => page.getByText(words(lang, id)));
  return texts.reduce((any, one) => any.or(one)).first();
}
