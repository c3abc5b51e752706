import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultPollSettings } from "../../src/domain/pollDelay.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import type { LocaleCode } from "../../src/i18n/locales.ts";
import { openWatchMemory } from "../../src/monitor/openWatchMemory.ts";
import { aBrowser } from "../monitor/history/openHistory.ts";
import { aRead } from "../monitor/history/reads.ts";
import { aResult, aSnapshot, aVppToken, aWatch, hourMs, testNow } from "../support/builders.ts";
import { renderDashboard, shownRows } from "../support/renderDashboard.tsx";

beforeEach(() => void aBrowser());
afterEach(() => vi.unstubAllGlobals());

const token = (id: string, result: Parameters<typeof aResult>[0] = {}) =>
  aVppToken({ id, displayName: id, actionResults: [aResult(result)] });

const before = [token("Quiet"), token("Ending"), token("Going")];
const after = [
  token("Quiet", { failedLicensesCount: 21 }),
  token("Ending", { actionState: "done", failedLicensesCount: 0 }),
  token("Begun"),
];

/** Somebody left ten hours ago; since then one has begun, one has ended, one is gone. */
async function whatHappened() {
  let now = testNow - 10 * hourMs;
  const memory = await openWatchMemory({
    tenantKey: "tenant",
    accountKey: "account",
    settings: { persist: true, days: 90 },
    poll: defaultPollSettings,
    clock: () => now,
  });
  const read = (tokens: readonly VppToken[]) => memory.history.record({ ...aRead(0, tokens), readAt: now });
  await read(before);
  await memory.history.look();
  now = testNow;
  await read(after);
  return memory;
}

async function shown(locale: LocaleCode = "en") {
  const memory = await whatHappened();
  const watch = aWatch({ snapshot: aSnapshot(after) });
  const rendered = await renderDashboard({ watch, memory, locale });
  const open = async () =>
    rendered.user.click(await screen.findByRole("button", { name: /^(News|Новое): 3$/ }));
  return { memory, open, ...rendered };
}

const rowOf = (name: string) => {
  const row = shownRows().find((one) => within(one).queryByRole("button", { name }) !== null);
  if (row === undefined) throw new Error(`no row of ${name}`);
  return row;
};

describe("news since somebody last looked", () => {
  it("are counted, with since when", async () => {
    const { open } = await shown();
    await open();
    expect(
      screen.getByText("3 revocations have appeared, ended or disappeared since you last looked, 10 h ago."),
    ).toBeVisible();
  });

  it("are marked in their rows", async () => {
    await shown();
    expect(await within(rowOf("Begun")).findByText("New")).toBeVisible();
    expect(within(rowOf("Ending")).getByText("Changed")).toBeVisible();
    expect(within(rowOf("Going")).getByText("No longer reported by Intune")).toBeVisible();
    expect(within(rowOf("Quiet")).queryByText(/^(New|Changed)$/)).toBeNull();
  });

  it("can be listed alone", async () => {
    const { user, open } = await shown();
    await open();
    const only = await screen.findByRole("button", { name: "Show only these" });
    await user.click(only);
    expect(only).toHaveAttribute("aria-pressed", "true");
    await waitFor(() => expect(shownRows()).toHaveLength(3));
    await user.click(only);
    await waitFor(() => expect(shownRows()).toHaveLength(4));
  });

  it("end when a person has seen them", async () => {
    const { user, open, memory } = await shown();
    await open();
    await user.click(await screen.findByRole("button", { name: "Mark as seen" }));
    expect(await screen.findByText("Nothing new since you last looked.")).toHaveFocus();
    expect(screen.queryByText(/^(New|Changed)$/)).toBeNull();
    expect(memory.history.getState().looking).toEqual({ lastAt: testNow, newsSince: testNow });
  });

  it("are told in Russian", async () => {
    const { open } = await shown("ru");
    await open();
    expect(
      screen.getByText("С вашего прошлого просмотра (10 ч назад) есть новое по 3 отзывам."),
    ).toBeVisible();
    expect(await within(rowOf("Begun")).findByText("Новый")).toBeVisible();
  });

  it("are none at a first visit", async () => {
    const memory = await openWatchMemory({
      tenantKey: "tenant",
      accountKey: "account",
      settings: { persist: true, days: 90 },
      poll: defaultPollSettings,
      clock: () => testNow,
    });
    await memory.history.record(aRead(0, before));
    await renderDashboard({ watch: aWatch({ snapshot: aSnapshot(before) }), memory });
    await waitFor(() =>
      expect(memory.history.getState().looking).toEqual({ lastAt: testNow, newsSince: null }),
    );
    expect(screen.queryByRole("button", { name: /^News/ })).toBeNull();
  });
});
