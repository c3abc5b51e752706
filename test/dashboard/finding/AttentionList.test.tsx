import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { aResult, aSnapshot, aVppToken, aWatch, hourMs, testNow } from "../../support/builders.ts";
import { renderDashboard } from "../../support/renderDashboard.tsx";

const failed = aVppToken({
  id: "failed",
  displayName: "Old tenant",
  actionResults: [aResult({ actionState: "failed", failureReason: "appleFailure" })],
});
const expiring = aVppToken({
  id: "expiring",
  displayName: "North District",
  expiresAt: testNow + 30 * hourMs,
  actionResults: [],
});

async function renderList() {
  const rendered = await renderDashboard({
    watch: aWatch({ snapshot: aSnapshot([failed, expiring]) }),
  });
  const list = within(await screen.findByRole("region", { name: "Where to start" }));
  const item = (name: string) => {
    const found = list.getAllByRole("listitem").find(({ textContent }) => textContent?.includes(name));
    return within(found ?? screen.getByText(name));
  };
  return { ...rendered, list, item };
}

describe("the list of what to look at first", () => {
  it("opens what has failed", async () => {
    const { user, item, lastView } = await renderList();
    await user.click(item("Old tenant").getByRole("button", { name: "Old tenant" }));
    expect(lastView().action).toMatchObject({ parentId: "failed" });
  });

  it("leads to Intune where there is no revocation to open", async () => {
    const { item } = await renderList();
    const link = item("North District").getByRole("link", { name: /^Open Intune/ });
    expect(link).toHaveAttribute("href", "https://intune.microsoft.com");
    expect(link).toHaveAccessibleDescription(/Apple VPP tokens/);
    expect(item("North District").queryByRole("button")).toBeNull();
  });

  it("says why it has another length than the tile counts", async () => {
    const { user, list } = await renderList();
    await user.click(list.getByRole("button", { name: "What does “Needs attention” mean?" }));
    expect(await screen.findByRole("dialog")).toHaveTextContent(/one line for each VPP token/);
  });
});
