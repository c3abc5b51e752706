import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { aResult, aSnapshot, aVppToken, aWatch, hourMs, testNow } from "../../support/builders.ts";
import { renderDashboard, shownNames } from "../../support/renderDashboard.tsx";

const tokens = [
  aVppToken({ id: "a", displayName: "North" }),
  aVppToken({
    id: "b",
    displayName: "Ёлка",
    state: "expired",
    actionResults: [
      aResult({ actionState: "failed", failureReason: "expiredVppToken", startedAt: testNow - 50 * hourMs }),
    ],
  }),
];
const watch = aWatch({ snapshot: aSnapshot(tokens) });

async function open(name: string | RegExp, view = {}) {
  const rendered = await renderDashboard({ watch, view });
  await rendered.user.click(await screen.findByRole("button", { name }));
  return { ...rendered, menu: within(screen.getByRole("dialog")) };
}

describe("the filters", () => {
  it("count what each choice would show", async () => {
    const { user, menu, lastView } = await open("Filter: State");
    expect(menu.getAllByRole("checkbox").map((box) => box.parentElement?.textContent)).toEqual([
      "Active1",
      "Failed1",
    ]);
    await user.click(menu.getByRole("checkbox", { name: /Failed/ }));
    expect(lastView().outcomes).toEqual(["failed"]);
    await waitFor(() => expect(shownNames()).toEqual(["Ёлка"]));
    expect(screen.getByText("1 of 2 revocations")).toBeVisible();
  });

  it("find a VPP token by a name in other letters", async () => {
    const { user, menu, lastView } = await open("Filter: VPP token");
    await user.type(menu.getByRole("textbox", { name: "Find a VPP token" }), "ЕЛКА");
    const [only] = menu.getAllByRole("checkbox");
    expect(menu.getAllByRole("checkbox")).toHaveLength(1);
    await user.click(only as HTMLElement);
    expect(lastView().tokens).toEqual(["b"]);
  });

  it("choose a time back from now", async () => {
    const { user, menu, lastView } = await open("Filter: Started");
    await user.click(menu.getByRole("radio", { name: "Last 24 hours" }));
    expect(lastView().from).toBe("-24h");
    await waitFor(() => expect(shownNames()).toEqual(["North"]));
  });

  it("choose whole days of this computer's time zone", async () => {
    const { user, menu, lastView } = await open("Filter: Started");
    await user.type(menu.getByLabelText("Until the end of"), "2026-11-20");
    expect(Date.parse(lastView().to ?? "")).toBe(new Date(2026, 10, 21).getTime());
    expect(await screen.findByRole("button", { name: /Started until Nov 20, 2026/ })).toBeVisible();
  });

  it("give the focus back when closed", async () => {
    const { user } = await open("Filter: Reason");
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: "Filter: Reason" })).toHaveFocus();
  });
});

describe("chips", () => {
  const view = { outcomes: ["failed"], tokens: ["b", "gone"], from: "-7d" } as const;

  it("say what is filtered and go one by one", async () => {
    const { user, lastView } = await renderDashboard({ watch, view });
    const chips = within(await screen.findByRole("list", { name: "Filters in use" }));
    expect(chips.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "State: Failed",
      "VPP token: Ёлка",
      "VPP token: gone",
      "Started in the last 7 days",
    ]);
    await user.click(chips.getByRole("button", { name: "Remove the filter: VPP token: gone" }));
    expect(lastView().tokens).toEqual(["b"]);
    expect(chips.getByRole("button", { name: /Started in/ })).toHaveFocus();
  });

  it("go all at once", async () => {
    const { user, lastView } = await renderDashboard({ watch, view });
    await user.click(await screen.findByRole("button", { name: "Clear all" }));
    expect(lastView()).toMatchObject({ outcomes: [], tokens: [], from: null });
    expect(screen.queryByRole("list", { name: "Filters in use" })).toBeNull();
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });

  it("are cleared where nothing matches", async () => {
    const { user, lastView } = await renderDashboard({ watch, view: { tokenStates: ["invalid"] } });
    await user.click(await screen.findByRole("button", { name: "Show all" }));
    expect(lastView().tokenStates).toEqual([]);
  });
});

describe("the table's menu", () => {
  it("adds, moves and removes columns", async () => {
    const { user, menu, lastView } = await open("Table");
    await user.click(menu.getByRole("checkbox", { name: "Token expires" }));
    await user.click(menu.getByRole("button", { name: "Move Licences forward" }));
    await user.click(menu.getByRole("checkbox", { name: "Duration" }));
    expect(lastView().columns).toEqual(["token", "licences", "state", "started", "updated", "expires"]);
    await user.click(menu.getByRole("radio", { name: "Compact" }));
    expect(lastView().density).toBe("compact");
    await user.click(menu.getByRole("button", { name: "Back to the usual table" }));
    expect(lastView().density).toBe("comfortable");
  });
});

describe("views with names", () => {
  it("are saved, applied, renamed, deleted and taken back", async () => {
    const { user, menu, lastView } = await open("Views", { outcomes: ["failed"], group: "token" });
    await user.type(menu.getByRole("textbox"), "Mine <b>{Enter}");
    const save = menu.getByRole("button", { name: "Mine <b>" });
    expect(save).toHaveAttribute("aria-current", "true");
    await user.click(menu.getByRole("button", { name: "Rename Mine <b>" }));
    await user.keyboard("Failed, by token{Enter}");
    const renameAgain = menu.getByRole("button", { name: "Rename Failed, by token" });
    await waitFor(() => expect(renameAgain).toHaveFocus());
    await user.click(menu.getByRole("button", { name: "Delete Failed, by token" }));
    expect(menu.queryByRole("list")).toBeNull();
    await user.click(menu.getByRole("button", { name: "Undo" }));
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "Clear all" }));
    expect(lastView().outcomes).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Views" }));
    await user.click(screen.getByRole("button", { name: "Failed, by token" }));
    expect(lastView()).toMatchObject({ outcomes: ["failed"], group: "token" });
  });

  it("give the focus back to what lost it, whatever is pressed", async () => {
    const { user, menu } = await open("Table");
    const move = () => menu.getAllByRole("button", { name: /^Move .* forward$/ })[0];
    const [second] = [move()];
    await user.click(second as HTMLElement);
    await waitFor(() =>
      expect(screen.getByRole("dialog")).toContainElement(document.activeElement as HTMLElement),
    );
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("say when the browser keeps nothing", async () => {
    const keptViews = { read: () => null, write: () => false, subscribe: () => () => undefined };
    const { user } = await renderDashboard({ watch, keptViews });
    await user.click(await screen.findByRole("button", { name: "Views" }));
    await user.type(within(screen.getByRole("dialog")).getByRole("textbox"), "Mine{Enter}");
    expect(screen.getByRole("button", { name: "Mine" })).toBeVisible();
    expect(screen.getByText(/does not let the page keep anything/)).toBeVisible();
  });
});
