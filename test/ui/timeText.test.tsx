import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { LocaleCode } from "../../src/i18n/locales.ts";
import { RelativeTime } from "../../src/ui/RelativeTime.tsx";
import { useTimeText } from "../../src/ui/timeText.ts";
import { renderWithText } from "../support/renderWithText.tsx";

const now = new Date(2026, 10, 22, 9, 0).getTime();
const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

function Words({ at, durationMs }: { readonly at: number; readonly durationMs: number }) {
  const { relative, spokenRelative, span } = useTimeText();
  return (
    <>
      <p>{relative(at, now)}</p>
      <p>{spokenRelative(at, now)}</p>
      <p>{span(durationMs)}</p>
    </>
  );
}

async function wordsOf(at: number, durationMs: number, locale: LocaleCode) {
  const { unmount } = await renderWithText(<Words at={at} durationMs={durationMs} />, locale);
  const words = screen.getAllByRole("paragraph").map(({ textContent }) => textContent);
  unmount();
  return words;
}

describe("relative times", () => {
  it.each([
    [-500, "just now", "только что"],
    [-4 * second, "4 s ago", "4 с назад"],
    [6 * second, "in 6 s", "через 6 с"],
    [-59 * second, "59 s ago", "59 с назад"],
    [-38 * minute, "38 min ago", "38 мин назад"],
    [-8 * hour, "8 h ago", "8 ч назад"],
    [-25 * hour, "yesterday", "вчера"],
    [-47 * hour, "2 days ago", "позавчера"],
    [-6 * day, "6 days ago", "6 дней назад"],
    [-9 * day, "Nov 13", "13 нояб."],
    [-400 * day, "Oct 18, 2025", "18 окт. 2025 г."],
    [3 * day, "in 3 days", "через 3 дня"],
  ])("%d ms from now", async (distance, english, russian) => {
    expect((await wordsOf(now + distance, second, "en"))[0]).toBe(english);
    expect((await wordsOf(now + distance, second, "ru"))[0]).toBe(russian);
  });

  it.each([
    [-6 * minute, "6 minutes ago", "6 минут назад"],
    [40 * second, "in 40 seconds", "через 40 секунд"],
    [-21 * minute, "21 minutes ago", "21 минуту назад"],
    [-3 * day, "3 days ago", "3 дня назад"],
  ])("speaks %d ms in whole words", async (distance, english, russian) => {
    expect((await wordsOf(now + distance, second, "en"))[1]).toBe(english);
    expect((await wordsOf(now + distance, second, "ru"))[1]).toBe(russian);
  });

  it("shows nothing for a moment that no clock can show", async () => {
    await renderWithText(<RelativeTime at={Number.NaN} now={now} />);
    expect(screen.queryByRole("time")).toBeNull();
  });
});

describe("lengths of time", () => {
  it.each([
    [0, "1 s", "1 с"],
    [42 * second, "42 s", "42 с"],
    [2 * minute, "2 min", "2 мин"],
    [2 * minute + 5 * second, "2 min 5 s", "2 мин 5 с"],
    [38 * minute + 5 * second, "38 min", "38 мин"],
    [2 * hour + 5 * minute, "2 h 5 min", "2 ч 5 мин"],
    [day + 59 * second, "1 day", "1 день"],
    [2 * day + 3 * hour, "2 days 3 h", "2 дня 3 ч"],
    [5 * day, "5 days", "5 дней"],
  ])("%d ms", async (durationMs, english, russian) => {
    expect((await wordsOf(now, durationMs, "en"))[2]).toBe(english);
    expect((await wordsOf(now, durationMs, "ru"))[2]).toBe(russian);
  });
});
