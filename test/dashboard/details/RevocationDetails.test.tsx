import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { deriveRevocations } from "../../../src/domain/revocation.ts";
import { aResult, aRevocation, aVppToken, hourMs, minuteMs, testNow } from "../../support/builders.ts";
import { detailsLink, renderDetails } from "./renderDetails.tsx";

const ended = {
  startedAt: testNow - 5 * hourMs,
  lastUpdatedAt: testNow - 5 * hourMs + 2 * minuteMs,
} as const;

describe("RevocationDetails", () => {
  it("is a region named after its token", async () => {
    await renderDetails(aRevocation());
    expect(screen.getByRole("complementary", { name: "North District" })).toBeVisible();
  });

  it("puts the focus on the name when opened", async () => {
    await renderDetails(aRevocation());
    expect(screen.getByRole("heading", { level: 2, name: "North District" })).toHaveFocus();
  });

  it("leaves the focus alone when data refreshes", async () => {
    const { reopen } = await renderDetails(aRevocation());
    const link = screen.getByRole("button", { name: "Copy link" });
    link.focus();
    reopen(aRevocation({ totalLicensesCount: 1_300 }));
    expect(await screen.findByText("1,300 attempted, 20 failed so far")).toBeVisible();
    expect(link).toHaveFocus();
  });

  it("moves the focus to another opened revocation", async () => {
    const { reopen } = await renderDetails(aRevocation());
    screen.getByRole("button", { name: "Copy link" }).focus();
    reopen(aRevocation({}, { id: "token-2", displayName: "South District" }));
    expect(await screen.findByRole("heading", { level: 2, name: "South District" })).toHaveFocus();
  });

  it("closes by Escape and by its button", async () => {
    const onClose = vi.fn();
    await renderDetails(aRevocation(), { onClose });
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole("button", { name: "Close details" }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it("still closes by Escape after a click on text", async () => {
    const onClose = vi.fn();
    await renderDetails(aRevocation(), { onClose });
    await userEvent.click(screen.getByText("Nothing to do now. This page follows the revocation by itself."));
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it("says how long a run has been running", async () => {
    const { panel } = await renderDetails(aRevocation());
    expect(termsIn(panel)).toMatchObject({ "Running for": "38 min" });
    expect(termsIn(panel).Started).toMatch(/^Nov 22, 2026, .+ \(38 min ago\)$/);
    expect(termsIn(panel)["Last update"]).toMatch(/\(12 s ago\)$/);
  });

  it("says how long an ended run ran", async () => {
    const { panel } = await renderDetails(aRevocation({ ...ended, actionState: "done" }));
    expect(termsIn(panel)).toMatchObject({ "Ran for": "2 min" });
  });

  it.each([
    ["no start", { startedAt: null }, "not reported"],
    ["the sentinel start", { startedAt: "never" }, "never"],
    ["a start that is no date", { startedAt: { kind: "unreadable", raw: "soon" } }, "soon (not a date)"],
  ] as const)("claims no duration with %s", async (_name, overrides, started) => {
    const { panel } = await renderDetails(aRevocation(overrides));
    expect(termsIn(panel)).toMatchObject({ Started: started });
    expect(termsIn(panel)).not.toHaveProperty("Running for");
  });

  it("shows the attempts of an undone run without any revoked", async () => {
    await renderDetails(aRevocation());
    await open("Numbers");
    expect(rowTexts()).toEqual([
      ["Attempted licences for which a revocation was attempted", "1,200"],
      ["Failed licences that failed to revoke", "20"],
      [expect.stringContaining("Revoked Intune reports no such number"), "not known"],
    ]);
  });

  it("derives the revoked licences of a done run", async () => {
    await renderDetails(aRevocation({ ...ended, actionState: "done" }));
    await open("Numbers");
    expect(rowTexts()[2]).toEqual(["Revoked attempted without failed: the run is done", "1,180"]);
  });

  it("shows contradictory and unreadable counts as received", async () => {
    const counts = {
      totalLicensesCount: { kind: "unreadable", raw: "12" },
      failedLicensesCount: -1,
    } as const;
    await renderDetails(aRevocation({ ...counts, actionState: "done" }));
    await open("Numbers");
    expect(rowTexts().map(([, count]) => count)).toEqual(['"12" (as received)', "-1", "not known"]);
  });

  it("calls the total the attempts in Russian", async () => {
    await renderDetails(aRevocation(), { locale: "ru" });
    await open("Числа");
    expect(rowTexts()[0]).toEqual(["Попытки отзыва для скольких лицензий была попытка отзыва", "1\u00a0200"]);
  });

  it("shows the raw revocation and its token without other results", async () => {
    const raw = { id: "token-1", state: "valid", tokenActionResults: [{ actionName: "other" }] };
    await renderDetails(aRevocation({}, { raw }));
    await open("Raw from Graph");
    const result = screen.getByRole("region", { name: "The revocation as received" });
    expect(JSON.parse(result.textContent)).toMatchObject({ totalLicensesCount: 1_200 });
    const token = screen.getByRole("region", { name: "The VPP token as received, without its results" });
    expect(JSON.parse(token.textContent)).toEqual({ id: "token-1", state: "valid" });
  });

  it("says what device users see", async () => {
    await renderDetails(aRevocation());
    await open("What device users see now");
    expect(screen.getByText(/up to 30 days after its licence was taken back/)).toBeVisible();
    expect(screen.getByText(/until its receipt is checked/)).toBeVisible();
  });

  it("copies the link and the details for support", async () => {
    const user = userEvent.setup();
    await renderDetails(aRevocation());
    await user.click(screen.getByRole("button", { name: "Copy link" }));
    expect(await navigator.clipboard.readText()).toBe(detailsLink);
    await user.click(screen.getByRole("button", { name: "Copy details for support" }));
    expect(await navigator.clipboard.readText()).toMatch(
      /^VPP Revocation Monitor 0\.1\.0: details for support/,
    );
  });

  it("says when revocations cannot be told apart", async () => {
    const [first] = deriveRevocations(aVppToken({ actionResults: [aResult(), aResult()] }));
    if (first === undefined) throw new Error("expected a revocation");
    await renderDetails(first);
    expect(screen.getByText(/They cannot be told apart for certain/)).toBeVisible();
  });

  it("keeps a hostile name as mere text", async () => {
    const displayName = "\u202e<img src=x onerror=alert(1)>";
    const { panel } = await renderDetails(aRevocation({}, { displayName }));
    const name = within(screen.getByRole("heading", { level: 2 })).getByText(/<img/);
    expect(name.tagName).toBe("BDI");
    expect(panel.querySelector("img")).toBeNull();
  });
});

async function open(name: string) {
  const section = screen.getByRole("button", { name });
  expect(section).toHaveAttribute("aria-expanded", "false");
  await userEvent.click(section);
  expect(section).toHaveAttribute("aria-expanded", "true");
}

function rowTexts() {
  const [, ...rows] = within(screen.getByRole("table")).getAllByRole("row");
  return rows.map((row) => [
    within(row).getByRole("rowheader").textContent,
    within(row).getByRole("cell").textContent,
  ]);
}

function termsIn(panel: HTMLElement): Record<string, string> {
  const terms = within(panel).getAllByRole("term");
  return Object.fromEntries(
    terms.map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent?.replace(/\u202f/g, " ") ?? "",
    ]),
  );
}
