import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { aResult, aSnapshot, aVppToken, aWatch } from "../support/builders.ts";
import { renderDashboard, shownRows } from "../support/renderDashboard.tsx";

const failed = aVppToken({
  actionResults: [aResult({ actionState: "failed", failureReason: "expiredVppToken" })],
});

async function renderFailed() {
  const result = await renderDashboard({ watch: aWatch({ snapshot: aSnapshot([failed]) }) });
  await screen.findByRole("button", { name: "Keyboard" });
  await screen.findByRole("button", { name: "What does “Licences” mean?" });
  return result;
}

const row = () => within(shownRows()[0] as HTMLElement);
const terms = (of: HTMLElement) =>
  within(of)
    .getAllByRole("term")
    .map(({ textContent }) => textContent);

describe("what a mouse rests on", () => {
  it("is explained in the words of the glossary, for as long as the mouse stays there", async () => {
    const { user } = await renderFailed();
    await user.hover(row().getByText("Failed"));
    const meaning = await screen.findByRole("tooltip");
    expect(terms(meaning)).toEqual(["Failed", "Location token expired"]);
    await user.hover(within(meaning).getByText("Failed"));
    expect(meaning).toBeInTheDocument();
    await user.hover(screen.getByRole("searchbox"));
    await expect.poll(() => screen.queryByRole("tooltip")).toBeNull();
  });

  it("is explained no longer after Escape, which closes nothing else", async () => {
    const { user } = await renderFailed();
    await user.click(row().getByRole("button"));
    await user.pointer({ target: row().getByText(/attempted/), coords: { x: 5, y: 5 } });
    expect(terms(await screen.findByRole("tooltip"))).toEqual(["Attempted", "Failed"]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("tooltip")).toBeNull();
    expect(screen.getByRole("complementary")).toBeVisible();
  });

  it("may be a tile or a column", async () => {
    const { user } = await renderFailed();
    await user.hover(screen.getByRole("button", { name: /^With failures/ }));
    expect(terms(await screen.findByRole("tooltip"))).toEqual(["With failures"]);
    await user.hover(screen.getByRole("button", { name: "Updated" }));
    await expect.poll(() => terms(screen.getByRole("tooltip"))).toEqual(["Updated"]);
  });
});

describe("F1", () => {
  it("explains the row in focus and gives the focus back", async () => {
    const { user } = await renderFailed();
    const name = row().getByRole("button");
    name.focus();
    await user.keyboard("{F1}");
    const meaning = screen.getByRole("dialog", { name: "What do these words mean?" });
    expect(meaning).toHaveFocus();
    expect(terms(meaning)).toEqual(["Failed", "Location token expired", "Attempted", "Failed"]);
    await user.keyboard("{Escape}");
    expect(name).toHaveFocus();
    await user.keyboard("{F1}{F1}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(name).toHaveFocus();
  });

  it("lets Tab go on from where it was asked", async () => {
    const { user } = await renderFailed();
    screen.getByRole("button", { name: /^With failures/ }).focus();
    await user.keyboard("{F1}");
    expect(terms(screen.getByRole("dialog"))).toEqual(["With failures"]);
    await user.tab();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: /^Running/ })).toHaveFocus();
  });
});
