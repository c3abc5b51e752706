import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HistoryPanel, HistoryTool } from "../../src/dashboard/HistoryPanel.tsx";
import type { LocaleCode } from "../../src/i18n/locales.ts";
import { ClockProvider } from "../../src/monitor/clock.tsx";
import type { History } from "../../src/monitor/history/history.ts";
import type { WatchMemory } from "../../src/monitor/watchMemory.ts";
import { aBrowser, onDisk, openHistory } from "../monitor/history/openHistory.ts";
import { aRead, rememberedIn, withResult } from "../monitor/history/reads.ts";
import { testNow } from "../support/builders.ts";
import { renderWithText } from "../support/renderWithText.tsx";
import { savedFiles } from "../support/savedFiles.ts";

beforeEach(() => void aBrowser());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type Options = Parameters<typeof openHistory>[0];

async function recorded(options?: Options): Promise<History> {
  const history = await openHistory(options);
  await history.record(aRead(0));
  await history.record(aRead(10, withResult({ failedLicensesCount: 21 })));
  return history;
}

async function openedPanel(history: History, locale: LocaleCode = "en") {
  const user = userEvent.setup();
  await renderWithText(
    <ClockProvider clock={() => testNow}>
      <HistoryPanel history={history} />
    </ClockProvider>,
    locale,
  );
  const name = locale === "en" ? "History" : "История";
  const panel = await screen.findByRole("region", { name });
  const press = (button: string) => user.click(screen.getByRole("button", { name: button }));
  const give = (...lines: readonly string[]) =>
    user.upload(screen.getByLabelText("File with an exported history"), aFile(lines));
  return { user, panel, press, give };
}

function aFile(lines: readonly string[]): File {
  return new File([...lines], "history.jsonl");
}

async function linesOf(history: History): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of history.exportLines()) lines.push(line);
  return lines;
}

const remembered = (history: History) => rememberedIn(history.getState().memory);
const said = (expected: string | RegExp) => screen.findByText(expected);

describe("the button of the history", () => {
  async function button(history: History | null): Promise<string> {
    const memory = history && ({ history } as WatchMemory);
    await renderWithText(<HistoryTool memory={memory} isMissing={history === null} />);
    return (await screen.findByRole("button")).textContent ?? "";
  }

  it.each([
    ["stored", {}, "History"],
    ["meant not to be", { settings: { persist: false, days: 90 } }, "History"],
  ])("says nothing of a history that is %s", async (_, options, label) => {
    expect(await button(await openHistory(options))).toBe(label);
  });

  it("says that a history is not stored where it should be", async () => {
    vi.stubGlobal("indexedDB", undefined);
    expect(await button(await openHistory())).toBe("History: not stored");
  });

  it("tells what becomes of reads whose history could not be loaded", async () => {
    expect(await button(null)).toBe("History: not stored");
    await userEvent.setup().click(screen.getByRole("button"));
    expect(screen.getByText(/could not be loaded.+ waits in this window/)).toBeVisible();
  });
});

describe("the history panel", () => {
  it.each<[LocaleCode, Options, RegExp]>([
    ["en", {}, /kept in this browser, on this computer\..+ forgotten after 90 days\.$/],
    ["ru", {}, /хранится в этом браузере, на этом компьютере\..+ удаляется через 90 дней\.$/],
    [
      "en",
      { settings: { persist: false, days: 90 } },
      /only while this page is open\. Keeping it is switched off/,
    ],
    [
      "ru",
      { settings: { persist: false, days: 1 } },
      /только пока открыта эта страница\. Хранение отключено/,
    ],
  ])("says in %s where history is kept: %j", async (locale, options, expected) => {
    const { panel } = await openedPanel(await recorded(options), locale);
    expect(within(panel).getByText(expected)).toBeVisible();
  });

  it("says why the disk is not used", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const { panel } = await openedPanel(await recorded());
    expect(
      within(panel).getByText(/only while this page is open\. This browser has no storage/),
    ).toBeVisible();
  });

  it("saves all lines as a file", async () => {
    const saved = savedFiles();
    const history = await recorded();
    const { press } = await openedPanel(history);
    await press("Export");
    expect(
      await said("The browser saves the history as vpp-revocation-history-2026-11-22.jsonl."),
    ).toBeVisible();
    expect(saved.map(({ name }) => name)).toEqual(["vpp-revocation-history-2026-11-22.jsonl"]);
    expect(await saved[0]?.content).toBe((await linesOf(history)).join(""));
  });

  it("takes what another computer exported", async () => {
    const lines = await linesOf(await recorded());
    aBrowser();
    const history = await openHistory();
    const { give } = await openedPanel(history);
    await give(...lines);
    expect(await said("Lines taken: 5. Already there: 0. Unreadable: 0.")).toBeVisible();
    expect(remembered(history)).toHaveLength(1);
    await give(...lines);
    expect(await said("Lines taken: 0. Already there: 5. Unreadable: 0.")).toBeVisible();
  });

  it("names the first unreadable lines", async () => {
    const history = await recorded();
    const { give } = await openedPanel(history);
    await give(...(await linesOf(history)), "{\n", '{"kind":"span","from":"x"}\n');
    expect(await said(/Unreadable: 2\.$/)).toBeVisible();
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Line 7: is not JSON",
      "Line 8: does not hold what it should (from)",
    ]);
  });

  it("asks before another tenant's history comes in", async () => {
    const lines = await linesOf(await recorded({ tenantKey: "other" }));
    const history = await openHistory();
    const { give, press } = await openedPanel(history);
    await give(...lines);
    expect(await screen.findByRole("group", { name: /another tenant/ })).toBeVisible();
    expect(remembered(history)).toHaveLength(0);
    await press("Cancel");
    expect(screen.queryByRole("group")).toBeNull();
    await give(...lines);
    await screen.findByRole("group", { name: /another tenant/ });
    await press("Import anyway");
    expect(await said(/^Lines taken: 5\./)).toBeVisible();
    expect(remembered(history)).toHaveLength(1);
  });

  it("takes nothing of a newer version", async () => {
    const history = await recorded();
    const [header = "", ...lines] = await linesOf(history);
    const { give } = await openedPanel(history);
    await give(header.replace('"version":1', '"version":2'), ...lines);
    expect(await said(/newer version of this page has exported the file/)).toBeVisible();
  });

  it("says that a file cannot be read", async () => {
    const { user } = await openedPanel(await recorded());
    const file = aFile([]);
    vi.spyOn(file, "text").mockRejectedValue(new DOMException("gone", "NotReadableError"));
    await user.upload(screen.getByLabelText("File with an exported history"), file);
    expect(await said("The file could not be read. Nothing was imported.")).toBeVisible();
  });

  it("erases only after a yes", async () => {
    const history = await recorded();
    const { press } = await openedPanel(history);
    await press("Erase");
    expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await press("Cancel");
    expect(screen.getByRole("button", { name: "Erase" })).toHaveFocus();
    expect(remembered(history)).toHaveLength(1);
    await press("Erase");
    await press("Erase the history");
    expect(await said(/^The history is erased\./)).toBeVisible();
    expect(remembered(history)).toHaveLength(0);
    await waitFor(async () => expect((await onDisk()).tokens ?? []).toEqual([]));
  });
});
