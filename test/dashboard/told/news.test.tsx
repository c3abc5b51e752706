import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ActionResult } from "../../../src/domain/actionResult.ts";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { aResult, aSnapshot, aVppToken, aWatch, minuteMs, testNow } from "../../support/builders.ts";
import { renderDashboard } from "../../support/renderDashboard.tsx";
import { aDesktop } from "./aDesktop.ts";

const names = ["North District", "Old tenant", "Campus West", "ada@contoso.com", "Lab", "Library", "Gym"];
const tokenOf = (index: number, result: Partial<ActionResult> = {}) =>
  aVppToken({
    id: `token-${index}`,
    displayName: names[index] ?? null,
    actionResults: [aResult({ startedAt: testNow - (60 + index) * minuteMs, ...result })],
  });
const running = names.map((_, index) => tokenOf(index));
const readAt = (at: number, ...ended: readonly ReturnType<typeof tokenOf>[]) => {
  const tokens = running.map((token) => ended.find(({ id }) => id === token.id) ?? token);
  return aWatch({ snapshot: aSnapshot(tokens), lastReadAt: at });
};
const justNow = testNow - 2_000;
const endedNow = (index: number, result: Partial<ActionResult> = { actionState: "done" }) =>
  tokenOf(index, { lastUpdatedAt: justNow - 1_000, ...result });

async function renderWatched(locale: LocaleCode = "en", openedAt = testNow - minuteMs) {
  const result = await renderDashboard({ watch: readAt(openedAt), locale });
  const name = locale === "en" ? "Notices" : "Уведомления";
  const button = await screen.findByRole("button", { name });
  const openSettings = async () => {
    await result.user.click(button);
    return within(screen.getByRole("region", { name }));
  };
  return { ...result, openSettings };
}

const notice = (name: RegExp | string) => screen.findByRole("region", { name });
const spoken = () => screen.getByRole("status").lastElementChild?.textContent;

beforeEach(() => void aDesktop());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a notice in the page", () => {
  it("says what ended, and opens it", async () => {
    const { update, user, lastView } = await renderWatched();
    expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull();
    update(readAt(justNow, endedNow(1, { actionState: "failed" })));
    const region = await notice("Revocation failed");
    expect(within(region).getByRole("listitem")).toHaveTextContent(/^Old tenant$/);
    expect(spoken()).toBe("Revocation failed: Old tenant");
    expect(document.body).toHaveFocus();
    await user.click(within(region).getByRole("button", { name: "Old tenant" }));
    expect(lastView().action).toMatchObject({ parentId: "token-1" });
    expect(region).toBeVisible();
  });

  it("is told to the host as well, once", async () => {
    const onNews = vi.fn();
    const { update } = await renderDashboard({ watch: readAt(testNow - minuteMs), onNews });
    await screen.findByRole("button", { name: "Notices" });
    expect(onNews).not.toHaveBeenCalled();
    update(readAt(justNow, endedNow(1, { actionState: "failed" })));
    await notice("Revocation failed");
    const event = { kind: "failed", revocation: { identity: { parentId: "token-1" } } };
    expect(onNews.mock.calls).toMatchObject([[[event]]]);
  });

  it("is spoken again when the same happens to others", async () => {
    const { update } = await renderWatched();
    const failed = (...indexes: readonly number[]) =>
      indexes.map((index) => endedNow(index, { actionState: "failed" }));
    update(readAt(justNow, ...failed(0, 1)));
    const first = spoken();
    expect(first).toBe("2 revocations failed");
    update(readAt(justNow + 1, ...failed(0, 1, 2, 4)));
    expect(spoken()).not.toBe(first);
    expect(spoken()?.trim()).toBe("2 revocations failed");
  });

  it("is the one sentence of a read that left something out, too", async () => {
    const { update } = await renderWatched();
    update({ ...readAt(justNow, endedNow(1, { actionState: "failed" })), unreadTokens: 1 });
    const note = await screen.findByText(/^1 VPP token could not be read/);
    expect(note).toHaveAttribute("aria-live", "off");
    expect(spoken()).toBe("Revocation failed: Old tenant");
    update({ ...readAt(justNow + 1, endedNow(1, { actionState: "failed" })), unreadTokens: 2 });
    expect(spoken()).toMatch(/^2 VPP tokens could not be read/);
  });

  it.each([
    ["en", "7 revocations ended, 2 with failures", "and 3 more"],
    ["ru", "Завершено 7 отзывов, из них 2 с ошибками", "и ещё 3"],
  ] as const)("tells a burst once, in %s", async (locale, title, more) => {
    const { update } = await renderWatched(locale);
    const ended = names.map((_, index) =>
      endedNow(index, { actionState: "done", failedLicensesCount: index < 2 ? 5 : 0 }),
    );
    update(readAt(justNow, ...ended));
    const region = await notice(title);
    expect(within(region).getAllByRole("button")).toHaveLength(5);
    expect(within(region).getByText(more)).toBeVisible();
    expect(spoken()).toBe(title);
  });

  it("stays until it is dismissed, then begins anew", async () => {
    const { update, user } = await renderWatched();
    update(readAt(justNow, endedNow(0)));
    await notice("Revocation ended with failures");
    update(readAt(justNow + 1, endedNow(0), endedNow(1)));
    await notice("2 revocations ended, 2 with failures");
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull();
    update(readAt(justNow + 2, endedNow(0), endedNow(1), endedNow(2, { actionState: "canceled" })));
    await notice("Revocation canceled");
  });

  it("leaves room for itself, so that it covers nothing that can have the focus", async () => {
    const { update, user } = await renderWatched();
    const roomOf = () => [
      screen.getByRole("main").style.getPropertyValue("--notice-room"),
      document.documentElement.style.getPropertyValue("scroll-padding-bottom"),
    ];
    update(readAt(justNow, endedNow(0)));
    await notice(/Revocation ended/);
    expect(roomOf()).toEqual(["96px", "96px"]);
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(roomOf()).toEqual(["", ""]);
  });

  it("gives the focus back when it is dismissed by Escape", async () => {
    const { update, user } = await renderWatched();
    update(readAt(justNow, endedNow(0)));
    await notice(/Revocation ended/);
    const row = within(screen.getByRole("table")).getByRole("button", { name: "Campus West" });
    row.focus();
    act(() => screen.getByRole("button", { name: "Dismiss" }).focus());
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("button", { name: "Dismiss" })).toBeNull();
    expect(row).toHaveFocus();
  });
});

describe("desktop notifications", () => {
  it("are asked for only when switched on, and then shown", async () => {
    const { shown, requestPermission } = aDesktop({ permission: "default", answer: "granted" });
    const { update, user, openSettings, lastView } = await renderWatched();
    update(readAt(justNow, endedNow(0)));
    expect([requestPermission.mock.calls.length, shown.length]).toEqual([0, 0]);
    const settings = await openSettings();
    const box = settings.getByRole("checkbox", { name: /Desktop notifications/ });
    expect(box).not.toBeChecked();
    await user.click(box);
    expect(requestPermission).toHaveBeenCalledOnce();
    expect(box).toBeChecked();
    update(readAt(justNow + 1, endedNow(0), endedNow(1, { actionState: "failed" })));
    expect(shown).toMatchObject([
      { title: "Revocation failed", options: { body: "Old tenant", lang: "en" } },
    ]);
    act(() => shown[0]?.onclick?.());
    expect(window.focus).toHaveBeenCalledOnce();
    expect(lastView().action).toMatchObject({ parentId: "token-1" });
  });

  async function switchedOn(options: Parameters<typeof aDesktop>[0] = {}, openedAt?: number) {
    const { shown } = aDesktop(options);
    const rendered = await renderWatched("en", openedAt);
    const settings = await rendered.openSettings();
    await rendered.user.click(settings.getByRole("checkbox", { name: /Desktop notifications/ }));
    return { ...rendered, settings, shown };
  }

  it("name no Apple ID", async () => {
    const { update, shown } = await switchedOn();
    update(readAt(justNow, endedNow(3)));
    expect(shown[0]?.options.body).toBe("Contoso Edu");
  });

  it("alert again for other news, and not for more of the same", async () => {
    const { update, shown } = await switchedOn();
    update(readAt(justNow, endedNow(0)));
    update(readAt(justNow + 1, endedNow(0), endedNow(1)));
    expect(shown.map(({ options }) => options)).toMatchObject([{ renotify: true }, { renotify: false }]);
    expect(new Set(shown.map(({ options }) => options.tag)).size).toBe(1);
  });

  it("say that they are late", async () => {
    const { update, shown } = await switchedOn({}, testNow - 60 * minuteMs);
    const ended = tokenOf(0, { actionState: "done", lastUpdatedAt: testNow - 40 * minuteMs });
    update(readAt(testNow, ended));
    expect(shown[0]?.options.body).toBe("North District. Late: seen 40 min after it happened");
    expect(spoken()).toContain("Late: seen 40 min after it happened");
  });

  it("are left to the tab that reads for all", async () => {
    const { update, shown } = await switchedOn();
    update({ ...readAt(justNow, endedNow(0)), isFollowing: true });
    expect(await notice(/Revocation ended/)).toBeVisible();
    expect(shown).toEqual([]);
  });

  it("do not come while the page is looked at", async () => {
    const { update, shown } = await switchedOn({ isThere: true });
    update(readAt(justNow, endedNow(0)));
    expect(await notice(/Revocation ended/)).toBeVisible();
    expect(shown).toEqual([]);
  });

  it("keep quiet hours, and come when they are over", async () => {
    const { update, user, settings, shown } = await switchedOn();
    await user.click(settings.getByRole("checkbox", { name: "Quiet hours" }));
    expect(settings.getByLabelText("From")).toHaveValue("22:00");
    expect(settings.getByLabelText("To")).toHaveValue("07:00");
    fireEvent.change(settings.getByLabelText("From"), { target: { value: timeOfDay(testNow - minuteMs) } });
    fireEvent.change(settings.getByLabelText("To"), { target: { value: timeOfDay(testNow + minuteMs) } });
    update(readAt(justNow, endedNow(0)));
    expect(await notice(/Revocation ended/)).toBeVisible();
    expect(shown).toEqual([]);
    fireEvent.change(settings.getByLabelText("To"), { target: { value: timeOfDay(testNow) } });
    update(readAt(justNow + 1, endedNow(0)));
    expect(shown).toHaveLength(1);
  });

  it("come when quiet hours are over, also without a read", async () => {
    const { update, user, settings, shown } = await switchedOn();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    await user.click(settings.getByRole("checkbox", { name: "Quiet hours" }));
    fireEvent.change(settings.getByLabelText("From"), { target: { value: timeOfDay(testNow - minuteMs) } });
    fireEvent.change(settings.getByLabelText("To"), { target: { value: timeOfDay(testNow + minuteMs) } });
    update(readAt(justNow, endedNow(0)));
    act(() => void vi.advanceTimersByTime(minuteMs));
    expect(shown).toEqual([]);
    fireEvent.change(settings.getByLabelText("To"), { target: { value: timeOfDay(testNow) } });
    act(() => void vi.advanceTimersByTime(minuteMs));
    expect(shown).toHaveLength(1);
  });

  it.each([
    ["denied", /blocks notifications from this site/],
    ["unsupported", /does not offer desktop notifications/],
    ["insecure", /need a secure page/],
  ] as const)("are explained where they are %s", async (hindrance, words) => {
    aDesktop({ permission: "denied" });
    if (hindrance === "unsupported") vi.stubGlobal("Notification", undefined);
    if (hindrance === "insecure") vi.stubGlobal("isSecureContext", false);
    const { user, openSettings } = await renderWatched();
    const settings = await openSettings();
    const box = settings.getByRole("checkbox", { name: /Desktop notifications/ });
    expect(box).toHaveAccessibleDescription(words);
    await user.click(box);
    expect(box).not.toBeChecked();
  });
});

function timeOfDay(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes()].map((part) => `${part}`.padStart(2, "0")).join(":");
}
