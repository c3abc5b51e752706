import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Wall } from "../../../src/dashboard/wall/Wall.tsx";
import { GraphError } from "../../../src/graph/graphError.ts";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import type { RevocationWatch } from "../../../src/monitor/revocationWatch.ts";
import { aResult, aSnapshot, aVppToken, aWatch, minuteMs, testNow } from "../../support/builders.ts";
import { renderWithText } from "../../support/renderWithText.tsx";

interface WallOptions {
  readonly watch?: RevocationWatch;
  readonly now?: number;
  readonly isDemo?: boolean;
  readonly locale?: LocaleCode;
}

async function renderWall({ watch = aWatch(), now = testNow, isDemo = false, locale }: WallOptions = {}) {
  const onLeave = vi.fn();
  const onActivity = vi.fn();
  const wall = (at: number) => (
    <ClockProvider clock={() => at}>
      <Wall
        watch={watch}
        memory={null}
        unchangedMinutes={60}
        isDemo={isDemo}
        isClockWrong={false}
        signInNotice={null}
        onActivity={onActivity}
        onLeave={onLeave}
      />
    </ClockProvider>
  );
  const { rerender } = await renderWithText(wall(now), locale);
  return { onLeave, onActivity, at: (later: number) => rerender(wall(later)) };
}

const names = () =>
  within(screen.getByRole("table"))
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[1]?.querySelector("bdi")?.textContent);

const twelve = aWatch({
  snapshot: aSnapshot(
    Array.from({ length: 12 }, (_, index) =>
      aVppToken({
        id: `t${index}`,
        displayName: `School ${index}`,
        actionResults: [aResult({ startedAt: testNow - index * minuteMs })],
      }),
    ),
  ),
});

describe("the wall", () => {
  it("answers first and has no controls", async () => {
    await renderWall();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
      "1 running, none failed, none done with failures",
    );
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
    expect(screen.getByRole("table", { name: "Revocations, 1 shown" })).toHaveTextContent(
      "1,200 attempted, 20 failed so far",
    );
  });

  it("calls nothing well that could not be read", async () => {
    const icons = () => screen.getByRole("main").querySelectorAll("svg").length;
    const done = aVppToken({ actionResults: [aResult({ actionState: "done", failedLicensesCount: 0 })] });
    await renderWall({ watch: aWatch({ snapshot: aSnapshot([done]) }) });
    const iconsWhenWell = icons();
    cleanup();
    const unreadableTokens = [{ kind: "unreadable", raw: 42 }] as const;
    await renderWall({ watch: aWatch({ snapshot: aSnapshot([done], { unreadableTokens }) }) });
    expect(icons()).toBe(iconsWhenWell - 1);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(/, as far as it could be read$/);
  });

  it("turns its pages by the clock and comes round", async () => {
    const start = Math.ceil(testNow / 45_000) * 45_000;
    const { at } = await renderWall({ watch: twelve, now: start });
    expect(names()).toEqual([0, 1, 2, 3, 4].map((index) => `School ${index}`));
    at(start + 15_000);
    expect(names()).toEqual([5, 6, 7, 8, 9].map((index) => `School ${index}`));
    at(start + 30_000);
    expect(names()).toEqual(["School 10", "School 11"]);
    expect(screen.getByText("Page 3 of 3")).toBeVisible();
    at(start + 45_000);
    expect(names()[0]).toBe("School 0");
  });

  it.each([
    ["live", null, "Live", /updated 4 s ago/],
    ["late", null, "Late", /Data from \d+:\d\d [AP]M, 4 seconds ago/],
    ["offline", null, "Offline", /Data from \d+:\d\d [AP]M, 4 seconds ago/],
    ["stale", "network", "Stale", /Microsoft Graph cannot be reached/],
    ["denied", "forbidden", "No access", /Intune does not let you read VPP tokens/],
  ] as const)("says how old its data are: %s", async (health, kind, word, words) => {
    const problem = kind === null ? null : new GraphError(kind);
    await renderWall({ watch: aWatch({ health, problem }) });
    expect(screen.getByRole("status")).toHaveTextContent(word);
    expect(screen.getByRole("status")).toHaveTextContent(words);
  });

  it("names no Apple ID", async () => {
    const anonymous = aVppToken({ displayName: null, organizationName: null, locationName: null });
    await renderWall({ watch: aWatch({ snapshot: aSnapshot([anonymous]) }) });
    expect(screen.getByRole("main")).not.toHaveTextContent("vpp@contoso.com");
  });

  it("is marked where its data are not real", async () => {
    await renderWall({ isDemo: true, locale: "ru" });
    expect(screen.getByText("Демоданные")).toBeVisible();
  });

  it("tells the title what goes on, in numbers alone", async () => {
    const { onActivity } = await renderWall({ watch: twelve });
    expect(onActivity.mock.lastCall).toEqual([{ words: "(12 running)", icon: "running" }]);
  });

  it("does not stay paused", async () => {
    const setPaused = vi.fn();
    await renderWall({ watch: aWatch({ isPaused: true, health: "paused", setPaused }) });
    expect(setPaused).toHaveBeenCalledWith(false);
  });

  it("is left by Escape", async () => {
    const { onLeave } = await renderWall();
    await userEvent.keyboard("{Escape}");
    expect(onLeave).toHaveBeenCalledOnce();
  });
});
