import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Timeline } from "../../../src/dashboard/details/Timeline.tsx";
import { deriveRevocations } from "../../../src/domain/revocation.ts";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import type { History } from "../../../src/monitor/history/history.ts";
import type { RecordedRead } from "../../../src/monitor/history/recordSnapshot.ts";
import { aBrowser, openHistory } from "../../monitor/history/openHistory.ts";
import { aRead, withResult } from "../../monitor/history/reads.ts";
import { aResult, aRevocation, aSnapshot, aVppToken, hourMs, testNow } from "../../support/builders.ts";
import { renderWithText } from "../../support/renderWithText.tsx";

beforeEach(() => void aBrowser());
afterEach(() => vi.unstubAllGlobals());

type Result = Parameters<typeof aResult>[0];

/** Reported at so many seconds, as of then. */
function reported(seconds: number, result: Result = {}): RecordedRead {
  return aRead(seconds, withResult({ lastUpdatedAt: testNow + seconds * 1_000, ...result }));
}

/** A read every 10 s in which nothing has changed since `result`. */
function unchanged(from: number, until: number, result: Result): readonly RecordedRead[] {
  const count = Math.floor((until - from) / 10);
  return Array.from({ length: count }, (_, index) => aRead(from + (index + 1) * 10, withResult(result)));
}

const pending = { actionState: "pending", totalLicensesCount: 0, failedLicensesCount: 0 } as const;
const begun = { totalLicensesCount: 100, failedLicensesCount: 2, lastUpdatedAt: testNow + 60_000 };
const more = { totalLicensesCount: 300, failedLicensesCount: 5, lastUpdatedAt: testNow + 120_000 };

/** Two minutes watched, an hour of nobody, one minute watched again. */
const interrupted: readonly RecordedRead[] = [
  reported(0, pending),
  ...unchanged(0, 50, { ...pending, lastUpdatedAt: testNow }),
  aRead(60, withResult(begun)),
  ...unchanged(60, 110, begun),
  aRead(120, withResult(more)),
  aRead(3_720, withResult({ ...more, actionState: "done" })),
];

/** One change, then nothing new until the last read. */
function standstill(lastReadAt: number): readonly RecordedRead[] {
  const changed = reported(10, { failedLicensesCount: 21 });
  return [reported(0), changed, { ...changed, readAt: testNow + lastReadAt * 1_000 }];
}

async function recorded(reads: readonly RecordedRead[]): Promise<History> {
  const history = await openHistory();
  for (const read of reads) await history.record(read);
  return history;
}

async function shown(
  history: History,
  seconds: number,
  locale: LocaleCode = "en",
  { revocation = aRevocation(), unchangedMinutes = 60 } = {},
) {
  await renderWithText(
    <ClockProvider clock={() => testNow + seconds * 1_000}>
      <Timeline revocation={revocation} history={history} unchangedMinutes={unchangedMinutes} />
    </ClockProvider>,
    locale,
  );
  const heading = await screen.findByRole("heading", { name: locale === "en" ? "Timeline" : "Хронология" });
  const section = heading.closest("section");
  if (section === null) throw new Error("a heading of no section");
  return { section, sentence: () => plain(section.querySelector("p")?.textContent) };
}

/** Whatever spaces the numbers and times of a locale bring. */
function plain(content: string | null | undefined): string | undefined {
  return content?.replaceAll(/\s/g, " ");
}

async function tableRows(name = "Show as a table"): Promise<readonly (readonly (string | undefined)[])[]> {
  await userEvent.click(screen.getByRole("button", { name }));
  const rows = within(screen.getByRole("table")).getAllByRole("row");
  return rows.slice(1).map((row) => [...row.children].map((cell) => plain(cell.textContent)));
}

describe("the timeline", () => {
  it("says that watching began just then", async () => {
    const { sentence } = await shown(await recorded([reported(0)]), 20);
    expect(sentence()).toMatch(/^Last known change 20 s ago\. Watching began Nov 22, .+: this is the only/);
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("says that a run had ended before", async () => {
    const { sentence } = await shown(await recorded([reported(0, { actionState: "done" })]), 20);
    expect(sentence()).toMatch(/^It had already ended when watching began \(Nov 22, /);
  });

  it("tells the rate and the last movement", async () => {
    const { sentence } = await shown(await recorded(interrupted.slice(0, -1)), 125);
    expect(sentence()).toMatch(
      /^About 140 licences attempted per minute, measured over 2 min 5 s\. Last known change 5 s ago\./,
    );
  });

  it.each<[LocaleCode, RegExp]>([
    ["en", /^Nothing has changed for 2 h\. This may be normal/],
    ["ru", /^Без изменений: 2 ч\. Это может быть нормально/],
  ])("calls a long standstill possibly normal in %s", async (locale, expected) => {
    const { sentence } = await shown(await recorded(standstill(7_210)), 7_215, locale);
    expect(sentence()).toMatch(expected);
  });

  it("takes for long what the configuration says", async () => {
    const history = await recorded(standstill(1_260));
    const { sentence } = await shown(history, 1_270, "en", { unchangedMinutes: 20 });
    expect(sentence()).toMatch(/^Nothing has changed for 20 min/);
  });

  it("calls nothing a standstill while nobody reads", async () => {
    const { sentence } = await shown(await recorded(standstill(20)), 7_210);
    expect(sentence()).toMatch(/^Last known change 2 h ago\./);
  });

  it("draws both counts, state changes and gaps", async () => {
    await shown(await recorded(interrupted), 3_720);
    const picture = screen.getByRole("img");
    expect(plain(picture.getAttribute("aria-label"))).toMatch(
      /Attempted at the end: 300\. Failed at the end: 5\. State changes: 2\. Gaps without watching: 1\.$/,
    );
    expect(picture.querySelectorAll("rect")).toHaveLength(1);
    const legend = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(legend).toEqual(["Attempted", "Failed", "State changed", "Nobody watched"]);
  });

  it("says the same in a table, latest first", async () => {
    await shown(await recorded(interrupted), 3_720);
    expect(await tableRows()).toEqual([
      [expect.stringMatching(/^by Nov 22, /), "Done with failures", "300", "5"],
      ["Nobody watched for 1 h"],
      [expect.stringMatching(/^Nov 22, /), "Active", "300", "5"],
      [expect.stringMatching(/^Nov 22, /), "Active", "100", "2"],
      [expect.stringMatching(/^Nov 22, /), "Pending", "0", "0"],
    ]);
  });

  it("speaks Russian", async () => {
    const { sentence } = await shown(await recorded(interrupted.slice(0, -1)), 125, "ru");
    expect(sentence()).toMatch(
      /^Около 140 попыток отзыва в минуту, измерено за 2 мин 5 с\. Последнее известное изменение: 5 с назад\./,
    );
    expect((await tableRows("Показать таблицей"))[0]?.slice(1)).toEqual(["Выполняется", "300", "5"]);
  });

  it("keeps states and counts as they were received", async () => {
    const odd = {
      actionState: { kind: "unrecognized", raw: "paused" },
      totalLicensesCount: null,
      failedLicensesCount: { kind: "unreadable", raw: "many" },
    } as const;
    await shown(await recorded([reported(0), reported(10, odd)]), 20);
    const [latest] = await tableRows();
    expect(latest?.slice(1)).toEqual(["paused (unrecognized)", "not reported", '"many" (as received)']);
  });

  it("follows what is seen meanwhile", async () => {
    const history = await recorded([reported(0)]);
    const { sentence } = await shown(history, 20);
    await act(async () => void (await history.record(reported(10, { failedLicensesCount: 21 }))));
    expect(await screen.findByRole("img")).toBeVisible();
    expect(sentence()).toMatch(/^Last known change 10 s ago\. First seen here /);
  });

  it("stays when Intune no longer reports it", async () => {
    const gone = aRead(20, [aVppToken({ actionResults: [] })]);
    const { sentence } = await shown(
      await recorded([reported(0), reported(10, { failedLicensesCount: 21 }), gone]),
      60,
    );
    expect(sentence()).toMatch(/^First seen here .+ No longer reported by Intune since Nov 22, /);
  });

  it("admits that two may be mixed up", async () => {
    const twins = aVppToken({ actionResults: [aResult(), aResult({ failedLicensesCount: 7 })] });
    const [twin] = deriveRevocations(twins);
    const history = await recorded([{ ...aRead(0), snapshot: aSnapshot([twins]) }]);
    const { sentence } = await shown(history, 20, "en", { ...(twin && { revocation: twin }) });
    expect(sentence()).toMatch(/has the same start, so what was seen of the two may be mixed up here\.$/);
  });

  it("has nothing to tell of one never seen", async () => {
    const { sentence } = await shown(await recorded([]), 0, "en", {
      revocation: aRevocation({ startedAt: testNow - hourMs }),
    });
    expect(sentence()).toBe("Nothing has been observed of this revocation yet.");
  });
});
