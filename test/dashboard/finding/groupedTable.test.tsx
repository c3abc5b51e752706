import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { aResult, aSnapshot, aVppToken, aWatch, hourMs, testNow } from "../../support/builders.ts";
import { renderDashboard } from "../../support/renderDashboard.tsx";

const tokens = [
  aVppToken({
    id: "a",
    displayName: "North",
    actionResults: [
      aResult({ actionState: "failed", startedAt: testNow - 5 * hourMs }),
      aResult({ startedAt: testNow - hourMs }),
    ],
  }),
  aVppToken({ id: "b", displayName: "South", actionResults: [aResult({ actionState: "canceled" })] }),
];
const render = () =>
  renderDashboard({ watch: aWatch({ snapshot: aSnapshot(tokens) }), view: { group: "token" } });
const grid = () => screen.findByRole("treegrid", { name: "Revocations, 3 of 2 VPP tokens shown" });
const rows = async () =>
  within(await grid())
    .getAllByRole("row")
    .slice(1);

describe("a table grouped by VPP token", () => {
  it("has one row a token, the latest revocation", async () => {
    await render();
    const [north, south] = await rows();
    expect(north).toHaveTextContent("North");
    expect(north).toHaveTextContent("Active");
    expect(north).toHaveTextContent("2 revocations: attempts 2,400 · failed 40");
    expect(north).toHaveAttribute("aria-expanded", "false");
    expect(north).toHaveAttribute("aria-level", "1");
    expect(south).not.toHaveAttribute("aria-expanded");
    expect(await grid()).toHaveAttribute("aria-rowcount", "3");
  });

  it("expands and collapses by its button", async () => {
    const { user } = await render();
    const [north] = await rows();
    await user.click(within(north as HTMLElement).getByRole("button", { name: /^2 revocations/ }));
    const expanded = await rows();
    expect(expanded.map((row) => row.getAttribute("aria-level"))).toEqual(["1", "2", "1"]);
    expect(expanded[1]).toHaveTextContent("Failed");
    expect(await grid()).toHaveAttribute("aria-rowcount", "4");
    await user.click(screen.getByRole("button", { name: /^2 revocations/, expanded: true }));
    expect(await rows()).toHaveLength(2);
  });

  it("expands, goes back and collapses by arrow keys", async () => {
    const { user } = await render();
    await grid();
    within(screen.getByRole("treegrid")).getByRole("button", { name: "North" }).focus();
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(document.activeElement?.closest("[role=row]")).toHaveAttribute("aria-level", "2");
    await user.keyboard("{ArrowLeft}");
    expect(document.activeElement?.closest("[role=row]")).toHaveAttribute("aria-expanded", "true");
    await user.keyboard("{ArrowLeft}");
    expect(await rows()).toHaveLength(2);
    expect(within(screen.getByRole("treegrid")).getByRole("button", { name: "North" })).toHaveFocus();
  });
});

describe("a table's columns", () => {
  it("are those of the view, in its order", async () => {
    await renderDashboard({ view: { columns: ["state", "token", "expires"] } });
    const table = screen.getByRole("table");
    expect(
      within(table)
        .getAllByRole("columnheader")
        .map(({ textContent }) => textContent),
    ).toEqual(["State", "VPP token", "Token expires"]);
    expect(table).toHaveAttribute("aria-colcount", "3");
  });

  it("leave out the second line when compact", async () => {
    await renderDashboard({ view: { density: "compact" } });
    expect(screen.queryByText("Contoso Edu · Berlin")).toBeNull();
  });
});
