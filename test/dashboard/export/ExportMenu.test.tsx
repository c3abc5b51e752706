import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { parse } from "csv-parse/sync";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ExportMenu } from "../../../src/dashboard/export/ExportMenu.tsx";
import type { ExportMenuProps } from "../../../src/dashboard/export/exportMenuProps.ts";
import { RowMarksProvider } from "../../../src/dashboard/rowMarks.tsx";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import { aRevocation, testNow } from "../../support/builders.ts";
import { renderWithText } from "../../support/renderWithText.tsx";
import { savedFiles } from "../../support/savedFiles.ts";
import { stillLive } from "../../support/stillLive.ts";
import { supportFacts } from "../details/renderDetails.tsx";
import { menuProps } from "./menuProps.ts";

afterEach(() => vi.unstubAllGlobals());

const north = aRevocation({}, { displayName: "North" });
const gone = aRevocation({ actionState: "done" }, { id: "token-2", displayName: "=South" });

async function openedMenu(props: Partial<ExportMenuProps> = {}, locale: LocaleCode = "en") {
  const user = userEvent.setup();
  await renderWithText(
    <ClockProvider clock={() => testNow}>
      <RowMarksProvider memory={null} gone={[gone]} unchangedMinutes={60}>
        <ExportMenu {...menuProps([gone, north])} {...props} />
      </RowMarksProvider>
    </ClockProvider>,
    locale,
  );
  const name = locale === "en" ? "Export" : "Экспорт";
  await user.click(screen.getByRole("button", { name }));
  return { user, panel: within(await screen.findByRole("dialog", { name })) };
}

describe("the export menu", () => {
  it("saves as CSV what the list shows, in its order", async () => {
    const saved = savedFiles();
    const { user, panel } = await openedMenu();
    await user.click(panel.getByRole("button", { name: "CSV" }));
    expect(await panel.findByText("The browser saves vpp-revocations-2026-11-22.csv.")).toBeVisible();
    const records = parse(await contentOf(saved), { columns: true, bom: true }) as Record<string, string>[];
    expect(records.map(({ tokenName, marks }) => [tokenName, marks])).toEqual([
      ["'=South", "noLongerReported"],
      ["North", ""],
    ]);
  });

  it("saves JSON under other names on request", async () => {
    const saved = savedFiles();
    const { user, panel } = await openedMenu();
    await user.click(panel.getByRole("radio", { name: /^Replaced/ }));
    await user.click(panel.getByRole("button", { name: "JSON" }));
    await panel.findByText("The browser saves vpp-revocations-2026-11-22.json.");
    const file = JSON.parse(await contentOf(saved));
    expect(file).toMatchObject({ demoData: false, names: "replaced", tenantId: null, count: 2 });
    expect(file.revocations.map(({ tokenName }: { tokenName: string }) => tokenName)).toEqual([
      "Token 1",
      "Token 2",
    ]);
  });

  it("names demo files as such", async () => {
    savedFiles();
    const { user, panel } = await openedMenu({ support: stillLive({ ...supportFacts, isDemo: true }) });
    await user.click(panel.getByRole("button", { name: "JSON" }));
    expect(await panel.findByText(/saves demo-vpp-revocations-/)).toBeVisible();
  });

  it("says why there is nothing to export", async () => {
    const saved = savedFiles();
    const { user, panel } = await openedMenu({ revocations: stillLive([]) });
    expect(panel.getByText(/^There is nothing to export/)).toBeVisible();
    const button = panel.getByRole("button", { name: "CSV" });
    expect(button).toHaveAttribute("aria-disabled", "true");
    await user.click(button);
    expect(saved).toEqual([]);
  });

  it("says when more may come", async () => {
    const { panel } = await openedMenu({ isPartial: true });
    expect(panel.getByText(/2 revocations, .+ still being read/)).toBeVisible();
  });

  it("closes by Escape and gives the focus back", async () => {
    const { user } = await openedMenu({}, "ru");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: "Экспорт" })).toHaveFocus();
  });
});

async function contentOf(saved: ReturnType<typeof savedFiles>): Promise<string> {
  return (await saved[0]?.content) ?? "";
}
