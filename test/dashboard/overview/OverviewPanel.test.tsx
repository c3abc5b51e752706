import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OverviewPanel } from "../../../src/dashboard/overview/OverviewPanel.tsx";
import type { VppToken } from "../../../src/domain/vppToken.ts";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import { aBrowser, openHistory } from "../../monitor/history/openHistory.ts";
import { aRead } from "../../monitor/history/reads.ts";
import { aResult, aVppToken, testNow } from "../../support/builders.ts";
import { renderWithText } from "../../support/renderWithText.tsx";

beforeEach(() => void aBrowser());
afterEach(() => vi.unstubAllGlobals());

async function renderOverview(vppTokens: readonly VppToken[], locale?: LocaleCode) {
  const history = await openHistory();
  await history.record(aRead(0, vppTokens));
  await renderWithText(
    <ClockProvider clock={() => testNow}>
      <OverviewPanel history={history} />
    </ClockProvider>,
    locale,
  );
  await screen.findByRole("img");
}

const ofDay = { day: "numeric", month: "long" } as const;
const ended = { lastUpdatedAt: testNow, totalLicensesCount: 50, failedLicensesCount: 40 } as const;
const failing = aVppToken({
  id: "failing",
  displayName: "Old tenant",
  actionResults: [
    aResult({ ...ended, actionState: "failed", startedAt: 1 }),
    aResult({ ...ended, actionState: "done", failedLicensesCount: 0, startedAt: 2 }),
  ],
});

describe("the overview", () => {
  it("says since when this browser has watched and what Graph keeps", async () => {
    await renderOverview([failing]);
    expect(screen.getByText(/^Watched in this browser since November 22, 2026/)).toHaveTextContent(
      "Graph keeps only the latest numbers of a revocation",
    );
  });

  it("gives the picture's numbers as its name and as a table", async () => {
    await renderOverview([failing, aVppToken()]);
    expect(
      screen.getByRole("img", {
        name: "Done: 1. Done with failures: 0. Failed: 1. Canceled: 0. Most on one day: 2.",
      }),
    ).toBeVisible();
    expect(screen.getByText(/1 is still running and stands on no day/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Show as a table" }));
    const table = screen.getByRole("table", { name: "Revocations by the day they ended, last 14 days" });
    const [, latest] = within(table).getAllByRole("row");
    expect(latest).toHaveTextContent(/^Sun, Nov 221001yes$/);
    expect(within(table).getAllByRole("row")).toHaveLength(15);
  });

  it("adds up attempts by VPP token, and nothing as revoked", async () => {
    await renderOverview([failing]);
    const table = screen.getByRole("table", { name: "Attempts and failures by VPP token" });
    expect(within(table).getAllByRole("row")[1]).toHaveTextContent(/^Old tenant10040$/);
    expect(screen.getByRole("region", { name: "Overview" })).not.toHaveTextContent(/revoked/);
  });

  it("names the ends of the picture on the side where they are drawn, also from right to left", async () => {
    await renderOverview([failing], "ar");
    const picture = screen.getByRole("img");
    const dates = picture.nextElementSibling;
    expect(dates).toHaveAttribute("dir", "ltr");
    expect(dates?.lastElementChild).toHaveTextContent(new Date(testNow).toLocaleDateString("ar", ofDay));
  });

  it("says in Russian where there is nothing", async () => {
    await renderOverview([aVppToken({ actionResults: [] })], "ru");
    expect(screen.getByText("За эти дни ничего не завершилось и ничего не выполняется.")).toBeVisible();
  });
});
