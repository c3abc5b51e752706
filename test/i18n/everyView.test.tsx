import { act, cleanup, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "../../src/app/App.tsx";
import { startApp } from "../../src/app/startApp.ts";
import { directionOf, type LocaleCode, localeCodes } from "../../src/i18n/locales.ts";
import type { MessageId } from "../../src/i18n/useText.ts";
import { testNow } from "../support/builders.ts";
import { catalogueOf, foreignWords } from "../support/foreignWords.ts";
import { emulateLayout } from "../support/renderDashboard.tsx";

interface View {
  /** What stands after the `?`, besides the language. */
  readonly search: string;
  /** Names of messages: the buttons to press, one after the other. */
  readonly press?: readonly MessageId[];
  /** A message that the view shows. */
  readonly shows: MessageId;
  readonly config?: unknown;
  /** A row is opened first: beside the list, or alone, as a link to it opens it. */
  readonly opened?: "beside" | "alone";
}

const tools = ["status.requests", "overview.title", "told.settings", "keys.button"] as const;

const folded = ["details.deviceUsers", "details.call", "details.numbers", "details.raw"] as const;

const views = {
  "the list": { search: "scenario=mixed", shows: "demo.mark", press: tools },
  "its other panels": {
    search: "scenario=mixed",
    shows: "demo.mark",
    press: ["export.title", "views.title", "status.history", "glossary.tool"],
  },
  "an opened revocation": {
    search: "scenario=mixed",
    shows: "demo.mark",
    press: folded,
    opened: "beside",
  },
  "a revocation of a ticket": { search: "scenario=failures", shows: "demo.mark", opened: "alone" },
  "a filtered, grouped list": {
    search: "scenario=mixed&group=token&reason=appleFailure",
    shows: "demo.mark",
  },
  "an empty tenant": { search: "scenario=empty", shows: "answer.noTokens" },
  "no revocations": { search: "scenario=quiet", shows: "answer.noRevocations" },
  "what cannot be read": { search: "scenario=malformed", shows: "demo.mark" },
  "a missing role": { search: "scenario=forbidden", shows: "problem.forbidden" },
  "the wall": { search: "scenario=failures&view=wall", shows: "wall.leave" },
  "a dead link": { search: "scenario=quiet&action=x", shows: "link.unreadable" },
  "a wrong configuration": { search: "", shows: "config.retry", config: { mode: "tenant", cloud: "mars" } },
} as const satisfies Readonly<Record<string, View>>;

beforeEach(() => {
  emulateLayout();
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: false }));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe.each(localeCodes)("in %s", (locale) => {
  it.each(Object.entries<View>(views))("shows %s in its own words", async (_, view) => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const words = catalogueOf(locale);
    await open(view, locale);
    await screen.findAllByText(words[view.shows], undefined, { timeout: 20_000 });
    if (view.opened !== undefined) {
      await openFirstRow();
      if (view.opened === "alone") await openAsLinked(locale);
      await screen.findByRole("heading", { name: words["details.whatHappened"] }, { timeout: 20_000 });
    }
    for (const name of view.press ?? []) {
      const button = await screen.findByRole("button", { name: words[name] }, { timeout: 20_000 });
      await act(async () => button.click());
    }
    expect(reported).not.toHaveBeenCalled();
    expect(foreignWords(locale, words)).toEqual([]);
    const provider = document.querySelector(`.fui-FluentProvider[lang="${locale}"]`);
    expect(provider).toHaveAttribute("dir", directionOf(locale));
  });
});

const noText = { read: () => null, write: () => true, subscribe: () => () => undefined };

let address = "";

async function open({ search, config = { mode: "demo" } }: View, locale: LocaleCode): Promise<void> {
  vi.stubGlobal("fetch", async () => Response.json(config));
  await show(`?${search}&lang=${locale}`, false);
}

async function show(search: string, isFromLink: boolean): Promise<void> {
  await act(async () => render(<Page search={search} isFromLink={isFromLink} />));
}

interface PageProps {
  readonly search: string;
  readonly isFromLink: boolean;
}

function Page({ search, isFromLink }: PageProps) {
  const [shown, setShown] = useState(search);
  const host = {
    begin: startApp,
    pageUrl: "https://app.example/",
    search: shown,
    isFromLink,
    navigate: (next: string) => {
      address = next;
      setShown(next);
    },
    preferences: { lang: null, theme: "light" },
    savePreferences: () => undefined,
    keptText: () => noText,
    onPageInfo: () => undefined,
  };
  return <App host={host} clock={() => testNow} />;
}

async function openFirstRow(): Promise<void> {
  const [, row] = await screen.findAllByRole("row", undefined, { timeout: 20_000 });
  if (row === undefined) throw new Error("no row is shown");
  await act(async () => within(row).getAllByRole("button")[0]?.click());
}

async function openAsLinked(locale: LocaleCode): Promise<void> {
  cleanup();
  const action = new URLSearchParams(address).get("action");
  await show(`?scenario=failures&lang=${locale}&action=${action}`, true);
}
