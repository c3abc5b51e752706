import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { aResult, aSnapshot, aVppToken, aWatch, hourMs, testNow } from "../../support/builders.ts";
import { renderDashboard } from "../../support/renderDashboard.tsx";

const failed = aVppToken({
  id: "failed",
  displayName: "Old tenant",
  actionResults: [aResult({ actionState: "failed", failureReason: "appleFailure" })],
});
const failedNow = aResult({ actionState: "failed", failureReason: "appleFailure", lastUpdatedAt: testNow });
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
    expect(item("North District").getByText(/Apple VPP tokens$/)).toBeVisible();
    expect(item("North District").queryByRole("button")).toBeNull();
  });

  it("keeps its order under the pointer, and shows what is new when that has left", async () => {
    const { user, list, update } = await renderList();
    const names = () =>
      list.getAllByRole("button", { name: /tenant|Campus/ }).map(({ textContent }) => textContent);
    const worse = aVppToken({ id: "worse", displayName: "Campus", actionResults: [failedNow] });
    const old = list.getByRole("button", { name: "Old tenant" });
    await user.hover(old);
    update(aWatch({ snapshot: aSnapshot([worse, failed, expiring]) }));
    expect(names()).toEqual(["Old tenant"]);
    await user.unhover(old);
    await user.hover(document.body);
    expect(names()).toEqual(["Campus", "Old tenant"]);
  });

  it("keeps what has the focus", async () => {
    const { list, update } = await renderList();
    const old = list.getByRole("button", { name: "Old tenant" });
    act(() => old.focus());
    const others = ["a", "b", "c"].map((id) =>
      aVppToken({ id, displayName: id, actionResults: [failedNow] }),
    );
    update(aWatch({ snapshot: aSnapshot([...others, failed, expiring]) }));
    expect(old).toHaveFocus();
  });

  it("says why it has another length than the tile counts", async () => {
    const { user, list } = await renderList();
    await user.click(list.getByRole("button", { name: "What does “Where to start” mean?" }));
    expect(await screen.findByRole("dialog")).toHaveTextContent(/one line for each VPP token/);
  });
});
