import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import { aResult, aSnapshot, aVppToken, aWatch, hourMs, minuteMs, testNow } from "../support/builders.ts";
import { renderDashboard, shownNames, shownRows } from "../support/renderDashboard.tsx";

const north = aVppToken();
const old = aVppToken({
  id: "token-2",
  displayName: "Old tenant",
  organizationName: "Fabrikam",
  locationName: "Moscow",
  actionResults: [
    aResult({
      actionState: "failed",
      failureReason: "expiredVppToken",
      totalLicensesCount: 1_200,
      failedLicensesCount: 50,
      startedAt: testNow - 5 * hourMs,
      lastUpdatedAt: testNow - 5 * hourMs + 2 * minuteMs,
    }),
  ],
});
const west = aVppToken({
  id: "token-3",
  displayName: "Campus West",
  actionResults: [aResult({ actionState: "done", startedAt: testNow - 9 * hourMs })],
});
const watchOf = (...tokens: Parameters<typeof aSnapshot>[0] & object) =>
  aWatch({ snapshot: aSnapshot(tokens) });
const three = watchOf(west, old, north);

/** The name in a row; what needs attention is named above the table too. */
function nameButton(name: string): HTMLElement {
  return within(screen.getByRole("table")).getByRole("button", { name });
}

describe("table of revocations", () => {
  it("says how many there are", async () => {
    await renderDashboard({ watch: three });
    const table = screen.getByRole("table", { name: "Revocations, 3 shown" });
    expect(table).toHaveAttribute("aria-rowcount", "4");
    expect(shownRows().map((row) => row.getAttribute("aria-rowindex"))).toEqual(["2", "3", "4"]);
  });

  it("puts newest running first", async () => {
    await renderDashboard({ watch: three });
    expect(shownNames()).toEqual(["North District", "Old tenant", "Campus West"]);
  });

  it("shows a failure with reason, numbers and times", async () => {
    await renderDashboard({ watch: three });
    const cells = within(shownRows()[1] as HTMLElement).getAllByRole("cell");
    expect(cells.map((cell) => cell.textContent)).toEqual([
      "Old tenantFabrikam · Moscow",
      "FailedLocation token expired",
      "1,200 attempted, 50 reported failed; Intune does not say what became of the rest",
      "Started5 h ago",
      "Updated4 h ago",
      "Duration2 min",
    ]);
  });

  it("gives exact local times in titles", async () => {
    await renderDashboard({ watch: three });
    const time = within(shownRows()[0] as HTMLElement).getByText("38 min ago");
    expect(time).toHaveAttribute("datetime", new Date(testNow - 38 * minuteMs).toISOString());
    expect(time.title).toMatch(/2026/);
  });

  it("names dates that are missing or broken", async () => {
    const results = [
      aResult({ startedAt: "never", lastUpdatedAt: null }),
      aResult({ startedAt: { kind: "unreadable", raw: "soon" }, lastUpdatedAt: testNow + 2 * hourMs }),
    ];
    await renderDashboard({ watch: watchOf(aVppToken({ actionResults: results })) });
    const words = shownRows().map((row) => row.textContent);
    expect(words.some((row) => row?.includes("Startednever") && row.includes("Updatednot reported"))).toBe(
      true,
    );
    expect(words.some((row) => row?.includes("Startedsoon (not a date)") && row.includes("in 2 h"))).toBe(
      true,
    );
  });

  it("shows markup and bidi characters as inert text", async () => {
    const name = "<img src=x onerror=alert(1)>\u202e";
    await renderDashboard({ watch: watchOf(aVppToken({ displayName: name })) });
    const button = within(shownRows()[0] as HTMLElement).getByRole("button");
    expect(button.querySelector("bdi")).toHaveTextContent("<img src=x onerror=alert(1)>");
    expect(document.querySelector("img")).toBeNull();
  });

  it("marks counts that do not add up", async () => {
    const result = aResult({ actionState: "done", totalLicensesCount: 2, failedLicensesCount: 3 });
    await renderDashboard({ watch: watchOf(aVppToken({ actionResults: [result] })) });
    expect(screen.getByText("Counts do not add up")).toBeVisible();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  it("renders only rows near the window", async () => {
    const tokens = Array.from({ length: 3_000 }, (_, index) => aVppToken({ id: `token-${index}` }));
    await renderDashboard({ watch: watchOf(...tokens) });
    expect(screen.getByRole("table")).toHaveAttribute("aria-rowcount", "3001");
    expect(shownRows().length).toBeLessThan(40);
  });
});

describe("bars", () => {
  it("shares out what was revoked and failed", async () => {
    await renderDashboard({ watch: watchOf(west) });
    const bar = screen.getByRole("progressbar", { name: "Licences" });
    expect(bar).toHaveAttribute("aria-valuenow", "1180");
    expect(bar).toHaveAttribute("aria-valuemax", "1200");
    expect(bar).toHaveAttribute("aria-valuetext", "1,180 of 1,200 revoked, 20 failed");
  });

  it("claims no share while running", async () => {
    await renderDashboard({ watch: watchOf(north) });
    const bar = screen.getByRole("progressbar");
    expect(bar).not.toHaveAttribute("aria-valuenow");
    expect(bar).toHaveAttribute("aria-valuetext", "1,200 attempted, 20 failed so far");
  });
});

describe("sorting by a column", () => {
  it("turns twice, then returns to newest running", async () => {
    const { user, lastView } = await renderDashboard({ watch: three });
    const header = screen.getByRole("columnheader", { name: "VPP token" });
    expect(header).toHaveAttribute("aria-sort", "none");
    await user.click(within(header).getByRole("button"));
    expect(header).toHaveAttribute("aria-sort", "ascending");
    expect(shownNames()).toEqual(["Campus West", "North District", "Old tenant"]);
    await user.click(within(header).getByRole("button"));
    expect(header).toHaveAttribute("aria-sort", "descending");
    expect(shownNames()).toEqual(["Old tenant", "North District", "Campus West"]);
    await user.click(within(header).getByRole("button"));
    expect(lastView().sort.column).toBe("newestRunning");
  });
});

describe("opening a row", () => {
  const [revocation] = deriveRevocations(old);

  it("opens by keyboard and puts it into the view", async () => {
    const { user, lastView } = await renderDashboard({ watch: three });
    nameButton("Old tenant").focus();
    await user.keyboard("{Enter}");
    expect(lastView().action).toEqual(revocation?.identity);
    expect(screen.getByRole("complementary", { name: "Opened Old tenant" })).toBeVisible();
    expect(shownRows()[1]).toHaveAttribute("aria-current", "true");
  });

  it("opens by a click anywhere on the row", async () => {
    const { user } = await renderDashboard({ watch: three });
    await user.click(within(shownRows()[1] as HTMLElement).getByText("Location token expired"));
    expect(screen.getByRole("complementary", { name: "Opened Old tenant" })).toBeVisible();
  });

  it("opens by keyboard while text is selected elsewhere", async () => {
    await renderDashboard({ watch: three });
    document.getSelection()?.selectAllChildren(screen.getByRole("heading", { level: 2 }));
    // What Enter comes to; user-event's own Enter would drop the selection before.
    fireEvent.click(nameButton("Old tenant"));
    expect(screen.getByRole("complementary", { name: "Opened Old tenant" })).toBeVisible();
  });

  it("returns the focus to the row when closed", async () => {
    const { user, lastView } = await renderDashboard({ watch: three });
    await user.click(nameButton("Old tenant"));
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(lastView().action).toBeNull();
    expect(nameButton("Old tenant")).toHaveFocus();
  });

  it("closes by Escape from the table", async () => {
    const { user } = await renderDashboard({ watch: three });
    await user.click(nameButton("Old tenant"));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  it("says when a link's revocation is not visible", async () => {
    const { user, lastView } = await renderDashboard({
      watch: watchOf(north),
      view: { action: revocation?.identity ?? null },
    });
    const notice = await screen.findByRole("group", {
      name: "This link’s revocation is not among those visible to you",
    });
    await user.click(within(notice).getByRole("button", { name: "Close the link" }));
    expect(lastView().action).toBeNull();
    expect(notice).not.toBeInTheDocument();
  });

  it("waits for the whole read before saying so", async () => {
    const watch = aWatch({ snapshot: aSnapshot([north], { isComplete: false }), health: "starting" });
    await renderDashboard({ watch, view: { action: revocation?.identity ?? null } });
    expect(screen.queryByText(/not among those visible/)).toBeNull();
  });

  it("says when a link cannot be read", async () => {
    await renderDashboard({ view: { action: "unreadable" } });
    expect(await screen.findByRole("group", { name: /in a form that cannot be read/ })).toBeVisible();
  });
});

describe("new data under a person's hands", () => {
  const ended = aVppToken({ actionResults: [aResult({ actionState: "done" })] });
  const fresh = aVppToken({ id: "token-4", displayName: "Fresh" });

  it("sorts at once while nobody is there", async () => {
    const { update } = await renderDashboard({ watch: three });
    update(watchOf(west, old, ended, fresh));
    expect(shownNames()).toEqual(["Fresh", "North District", "Old tenant", "Campus West"]);
  });

  it("moves no row under the pointer", async () => {
    const { update, user } = await renderDashboard({ watch: three });
    await user.hover(nameButton("Campus West"));
    update(watchOf(west, old, ended, fresh));
    expect(shownNames()).toEqual(["North District", "Old tenant", "Campus West", "Fresh"]);
    expect(within(shownRows()[0] as HTMLElement).getByText("Done with failures")).toBeVisible();
    await user.unhover(nameButton("Campus West"));
    expect(shownNames()).toEqual(["Fresh", "North District", "Old tenant", "Campus West"]);
  });

  it("moves no row while the focus is inside", async () => {
    const { update } = await renderDashboard({ watch: three });
    nameButton("Campus West").focus();
    update(watchOf(fresh, west, old, north));
    expect(shownNames()).toEqual(["North District", "Old tenant", "Campus West", "Fresh"]);
  });
});
