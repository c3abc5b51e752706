import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { RevocationWatch } from "../../src/monitor/revocationWatch.ts";
import { aWatch, testNow } from "../support/builders.ts";
import { renderDashboard } from "../support/renderDashboard.tsx";

type Reading = ReturnType<NonNullable<RevocationWatch["meter"]>["read"]>;

const hour: Reading = {
  requests: 362,
  parts: 1_810,
  receivedBytes: 412_340,
  waits: 2,
  waitMs: 40_000,
  since: testNow - 3_600_000,
  recentParts: 5,
  lastAnswer: null,
};

function metered(reading: Partial<Reading> = {}, changes: Partial<RevocationWatch> = {}) {
  return aWatch({ meter: { read: () => ({ ...hour, ...reading }) }, ...changes });
}

async function openedMeter(watch: RevocationWatch, locale: "en" | "ru" = "en") {
  const { user } = await renderDashboard({ watch, locale });
  const name = locale === "en" ? "Requests" : "Запросы";
  await user.click(await screen.findByRole("button", { name }));
  const meter = await screen.findByRole("region", { name });
  const figures = () =>
    Object.fromEntries(
      within(meter)
        .getAllByRole("term")
        .map((term) => [term.textContent, term.nextElementSibling?.textContent?.replaceAll(/\s/g, " ")]),
    );
  return { user, meter, figures };
}

describe("the request meter", () => {
  it("shows what watching costs", async () => {
    const { meter, figures } = await openedMeter(metered());
    within(meter).getByRole("heading", {
      name: "Requests from this tab to Microsoft Graph in the last hour",
    });
    expect(figures()).toEqual({
      "Requests sent": "362",
      "Counting each $batch part": "1,810",
      "Received, uncompressed": "412 kB",
      "Waits imposed by Graph": "2, 40 s in all",
      "Current interval": "every 10 s",
      "In the last 20 s": "5 of 100 at most",
    });
  });

  it("speaks Russian", async () => {
    const { figures } = await openedMeter(metered({ waits: 0, receivedBytes: 10_600_000 }), "ru");
    expect(figures()).toEqual({
      "Отправлено запросов": "362",
      "С учётом частей $batch": "1 810",
      "Получено без сжатия": "10,6 МБ",
      "Паузы по требованию Graph": "не было",
      "Текущий интервал": "раз в 10 с",
      "За последние 20 с": "5 из 100 допустимых",
    });
  });

  it("says since when a young page counts", async () => {
    const { meter } = await openedMeter(metered({ since: testNow - 120_000 }));
    within(meter).getByRole("heading", { name: /^Requests from this tab to Microsoft Graph since / });
  });

  it("counts waits without a length", async () => {
    const { figures } = await openedMeter(metered({ waits: 3, waitMs: 0 }));
    expect(figures()["Waits imposed by Graph"]).toBe("3, length not given");
  });

  it("closes again", async () => {
    const { user } = await openedMeter(metered());
    const button = screen.getByRole("button", { name: "Requests" });
    expect(button).toHaveAttribute("aria-expanded", "true");
    await user.click(button);
    expect(button).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByRole("region", { name: "Requests" })).toBeNull();
  });
});

describe("the status line", () => {
  const longer = { plan: { reads: "running", configuredMs: 10_000, boundMs: 24_000 } } as const;

  it.each<["en" | "ru", Partial<RevocationWatch>, RegExp]>([
    ["en", longer, /Looking every 24 s instead of every 10 s/],
    ["ru", longer, /Проверка раз в 24 с вместо 10 с/],
    [
      "en",
      { plan: { reads: "allInstead", configuredMs: 10_000, boundMs: 600 } },
      /reading the whole list takes fewer requests/,
    ],
    ["en", { unreadTokens: 1 }, /^1 VPP token could not be read last time/],
    ["en", { unreadTokens: 3 }, /^3 VPP tokens could not be read last time/],
    ["en", { goneTokens: 1 }, /^1 VPP token was not found: deleted, or no longer visible to this account/],
    ["ru", { goneTokens: 2 }, /^Не найдены 2 токена VPP: удалены или больше не видны/],
    ["en", { listedTokens: 1 }, /^1 VPP token is listed by Intune but not found by itself/],
    ["ru", { unreadTokens: 5 }, /не удалось прочитать 5 токенов VPP/],
  ])("says in %s what differs from the settings: %j", async (locale, changes, expected) => {
    await renderDashboard({ watch: metered({}, changes), locale });
    expect(await within(screen.getByRole("status")).findByText(expected)).toBeVisible();
  });

  it("has nothing to add while all goes as set", async () => {
    await renderDashboard({ watch: metered() });
    expect(screen.queryByText(/Looking every|could not be read|whole list/)).toBeNull();
  });

  it("keeps to what is wrong while reading fails", async () => {
    await renderDashboard({ watch: metered({}, { ...longer, health: "failing" }) });
    expect(screen.queryByText(/Looking every/)).toBeNull();
  });
});
