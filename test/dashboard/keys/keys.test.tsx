import { act, screen, within } from "@testing-library/react";
import { createRef } from "react";
import { describe, expect, it } from "vitest";
import type { DashboardHandle } from "../../../src/dashboard/useRowFocus.ts";
import type { VppToken } from "../../../src/domain/vppToken.ts";
import { aResult, aSnapshot, aVppToken, aWatch, minuteMs, testNow } from "../../support/builders.ts";
import { renderDashboard, shownNames } from "../../support/renderDashboard.tsx";

/** Newest first: Token 0, Token 1, … */
const many = Array.from({ length: 60 }, (_, index) =>
  aVppToken({
    id: `token-${index}`,
    displayName: `Token ${index}`,
    actionResults: [aResult({ startedAt: testNow - (index + 1) * minuteMs })],
  }),
);

async function renderRows(
  tokens: readonly VppToken[] = many.slice(0, 3),
  options: Parameters<typeof renderDashboard>[0] = {},
) {
  const result = await renderDashboard({ ...options, watch: aWatch({ snapshot: aSnapshot(tokens) }) });
  await screen.findByRole("button", { name: "Keyboard" });
  await screen.findByRole("searchbox");
  return result;
}

const row = (index: number) => screen.getByRole("button", { name: `Token ${index}` });

describe("keys in the table", () => {
  it("move between rows", async () => {
    const { user } = await renderRows();
    row(0).focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(row(2)).toHaveFocus();
    await user.keyboard("{ArrowUp}");
    expect(row(1)).toHaveFocus();
    await user.keyboard("{Home}");
    expect(row(0)).toHaveFocus();
    await user.keyboard("{End}");
    expect(row(2)).toHaveFocus();
  });

  it("move by a page", async () => {
    const { user } = await renderRows(many);
    row(0).focus();
    await user.keyboard("{PageDown}");
    const perPage = Math.floor(window.innerHeight / 64) - 3;
    expect(row(perPage)).toHaveFocus();
    await user.keyboard("{PageUp}");
    expect(row(0)).toHaveFocus();
  });

  it("do nothing elsewhere", async () => {
    const { user } = await renderRows();
    const button = screen.getByRole("button", { name: "Keyboard" });
    button.focus();
    await user.keyboard("{ArrowDown}{End}");
    expect(button).toHaveFocus();
  });
});

describe("keys of the page", () => {
  it("put the focus into the search field", async () => {
    const { user } = await renderRows();
    await user.keyboard("/");
    expect(screen.getByRole("searchbox")).toHaveFocus();
    await user.keyboard("a/?");
    expect(screen.getByRole("searchbox")).toHaveValue("a/?");
    expect(screen.queryByRole("region", { name: "Keyboard shortcuts" })).toBeNull();
  });

  it("lead from the search to the first row, and nowhere without one", async () => {
    const { user } = await renderRows();
    const search = screen.getByRole("searchbox");
    await user.type(search, "token{Shift>}{ArrowDown}{/Shift}");
    expect(search).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(row(0)).toHaveFocus();
    await user.type(search, " of nobody{ArrowDown}");
    expect(search).toHaveFocus();
    expect(search).toHaveValue("token of nobody");
  });

  it("tell the search of the list from that of the glossary", async () => {
    const { user } = await renderRows();
    await user.click(screen.getByRole("button", { name: "Glossary" }));
    const find = await screen.findByRole("searchbox", { name: "Find a word" });
    await user.type(find, "token{ArrowDown}");
    expect(find).toHaveFocus();
    act(() => find.blur());
    await user.keyboard("/");
    expect(screen.getByRole("searchbox", { name: /^Search/ })).toHaveFocus();
  });

  it("show and hide their list, and give the focus back", async () => {
    const { user } = await renderRows();
    row(1).focus();
    await user.keyboard("?");
    const list = screen.getByRole("region", { name: "Keyboard shortcuts" });
    expect(within(list).getByRole("heading")).toHaveFocus();
    expect(
      within(list)
        .getAllByRole("term")
        .map((term) => term.textContent),
    ).toEqual([...["/", "↓", "↑↓", "Page UpPage Down", "HomeEnd", "Enter", "F1", "Esc", "?"]]);
    await user.keyboard("{Escape}");
    expect(list).not.toBeInTheDocument();
    expect(row(1)).toHaveFocus();
  });

  it("can be switched off, and are kept so", async () => {
    const { user } = await renderRows();
    await user.click(screen.getByRole("button", { name: "Keyboard" }));
    await user.click(screen.getByRole("checkbox", { name: "Use / and ? as shortcuts" }));
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: "Keyboard" })).toHaveFocus();
    await user.keyboard("/?");
    expect(screen.queryByRole("region", { name: "Keyboard shortcuts" })).toBeNull();
    expect(screen.getByRole("searchbox")).not.toHaveFocus();
    row(0).focus();
    await user.keyboard("{End}");
    expect(row(2)).toHaveFocus();
  });

  it("close what is open where nothing has the focus", async () => {
    const { user } = await renderRows();
    await user.click(row(1));
    row(1).blur();
    expect(screen.getByRole("complementary")).toBeVisible();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).toBeNull();
  });
});

describe("the focus", () => {
  it("goes to a neighbour when its row is gone", async () => {
    const { update } = await renderRows();
    row(1).focus();
    update(aWatch({ snapshot: aSnapshot([many[0], many[2]].filter((token) => token !== undefined)) }));
    expect(shownNames()).toEqual(["Token 0", "Token 2"]);
    expect(row(2)).toHaveFocus();
  });
});

describe("skipping what stands before the rows", () => {
  it("leads to the first row", async () => {
    const handle = createRef<DashboardHandle>();
    await renderRows(many, { handle });
    act(() => handle.current?.focusRows());
    expect(row(0)).toHaveFocus();
  });

  it("leads to the answer where no row is listed", async () => {
    const handle = createRef<DashboardHandle>();
    await renderRows(many, { handle, view: { q: "nothing has this name" } });
    act(() => handle.current?.focusRows());
    expect(screen.getByRole("heading", { name: /^60 running/ })).toHaveFocus();
  });
});

describe("speech", () => {
  const spoken = () => screen.getByRole("status").lastElementChild?.textContent;
  const ended = aVppToken({ ...many[0], actionResults: [aResult({ actionState: "done" })] });

  it("says the answer and later only what changed", async () => {
    const { update } = await renderRows();
    expect(spoken()).toBe("3 running, none failed, none done with failures");
    const watch = aWatch({ snapshot: aSnapshot([ended, ...many.slice(1, 3)]) });
    update({ ...watch, health: "late" });
    expect(spoken()).toBe("Late");
    update(watch);
    expect(spoken()).toBe("Live");
  });

  it("counts rows after a search, not after a poll", async () => {
    const { user, update } = await renderRows();
    expect(screen.queryByText("Revocations, 3 shown")).toBeNull();
    await user.type(screen.getByRole("searchbox"), "token");
    expect(screen.getByText("Revocations, 3 shown")).toHaveAttribute("aria-live", "polite");
    update(aWatch({ snapshot: aSnapshot(many.slice(0, 2)) }));
    expect(screen.getByText("Revocations, 3 shown")).toBeInTheDocument();
    expect(spoken()).toBe("2 running, none failed, none done with failures");
  });
});
