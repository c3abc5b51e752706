import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ExportMenu } from "../../../src/dashboard/export/ExportMenu.tsx";
import type { ExportMenuProps } from "../../../src/dashboard/export/exportMenuProps.ts";
import { defaultViewState } from "../../../src/dashboard/viewState.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import { aRevocation, testNow } from "../../support/builders.ts";
import { renderWithText } from "../../support/renderWithText.tsx";
import { stillLive } from "../../support/stillLive.ts";
import { supportFacts } from "../details/renderDetails.tsx";
import { menuProps } from "./menuProps.ts";

afterEach(() => void act(() => window.dispatchEvent(new Event("afterprint"))));

const failed = aRevocation({ actionState: "failed" }, { displayName: "North" });
const running = aRevocation({}, { id: "token-2", displayName: "South" });

async function renderMenu(props: Partial<ExportMenuProps> = {}) {
  await renderWithText(
    <ClockProvider clock={() => testNow}>
      <ExportMenu {...menuProps([running, failed])} {...props} />
    </ClockProvider>,
  );
}

/** As the browser does around its print dialogue. */
const beginPrinting = () => act(() => void window.dispatchEvent(new Event("beforeprint")));
const endPrinting = () => act(() => void window.dispatchEvent(new Event("afterprint")));
const report = () => within(document.body.lastElementChild as HTMLElement);
const titles = () =>
  report()
    .queryAllByRole("heading", { hidden: true })
    .map(({ textContent }) => textContent);

describe("printing", () => {
  it("prints the list in its order, and what needs attention in full", async () => {
    await renderMenu();
    beginPrinting();
    expect(titles()[0]).toBe("VPP licence revocations");
    const rows = report().getAllByRole("row", { hidden: true }).slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/South.+Active.+1,200 attempted, 20 failed so far/),
      expect.stringMatching(/North.+Failed.+1,200 attempted, 20 reported failed/),
    ]);
    expect(titles()).toContainEqual(expect.stringContaining("North"));
    expect(titles()).not.toContainEqual(expect.stringContaining("South"));
    expect(report().getByText(/request-id 6fd5cc9a/)).toBeInTheDocument();
    endPrinting();
    expect(screen.queryByText("VPP licence revocations")).toBeNull();
  });

  it("marks demo data in the title and on every page", async () => {
    await renderMenu({ support: stillLive({ ...supportFacts, isDemo: true }) });
    beginPrinting();
    expect(titles()[0]).toBe("Demo data: VPP licence revocations");
    expect(report().getByText("Demo data.")).toBeInTheDocument();
  });

  it("prints the opened revocation alone", async () => {
    await renderMenu({ view: stillLive({ ...defaultViewState, action: running.identity }) });
    beginPrinting();
    expect(report().queryByRole("table", { hidden: true })).toBeNull();
    expect(titles()).toContainEqual(expect.stringContaining("South"));
  });

  it("prints from the menu with a name only where that is wanted", async () => {
    const user = userEvent.setup();
    const print = vi.spyOn(window, "print").mockImplementation(() => {
      window.dispatchEvent(new Event("beforeprint"));
    });
    await renderMenu();
    await user.click(screen.getByRole("button", { name: "Export" }));
    const panel = within(screen.getByRole("dialog", { name: "Export" }));
    await user.click(panel.getByRole("button", { name: "Print, PDF" }));
    expect(print).toHaveBeenCalledOnce();
    expect(document.body.lastElementChild).not.toHaveTextContent("ada@contoso.com");
    endPrinting();
    await user.click(panel.getByRole("checkbox", { name: /my name/ }));
    await user.click(panel.getByRole("button", { name: "Print, PDF" }));
    expect(document.body.lastElementChild).toHaveTextContent("ada@contoso.com");
  });

  it("says no name where names are replaced", async () => {
    const user = userEvent.setup();
    vi.spyOn(window, "print").mockImplementation(() => void window.dispatchEvent(new Event("beforeprint")));
    await renderMenu();
    await user.click(screen.getByRole("button", { name: "Export" }));
    await user.click(screen.getByRole("radio", { name: /^Replaced/ }));
    await user.click(screen.getByRole("button", { name: "Print, PDF" }));
    const text = document.body.lastElementChild?.textContent ?? "";
    expect(text).toContain("Token 2");
    expect(text).not.toMatch(/north|south|berlin|contoso edu|onmicrosoft/i);
  });
});
