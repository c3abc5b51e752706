import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Revocation } from "../../../src/domain/revocation.ts";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { aRevocation, hourMs, testNow } from "../../support/builders.ts";
import { renderDetails } from "./renderDetails.tsx";

const expired = aRevocation(
  { actionState: "failed", failureReason: "expiredVppToken", lastUpdatedAt: testNow - hourMs },
  { state: "expired", expiresAt: testNow - 48 * hourMs },
);

interface PageOptions {
  readonly revocation?: Revocation;
  readonly locale?: LocaleCode;
  readonly isDemo?: boolean;
}

async function renderPage({ revocation = expired, ...options }: PageOptions = {}) {
  const onClose = vi.fn();
  await renderDetails(revocation, { ...options, onClose, isAlone: true });
  return { onClose };
}

describe("a revocation alone", () => {
  it("is an article under the token's name, which has the focus", async () => {
    await renderPage();
    expect(screen.getByRole("article", { name: "North District" })).toBeVisible();
    expect(screen.getByRole("heading", { name: "North District" })).toHaveFocus();
  });

  it("unfolds everything but the raw answer", async () => {
    await renderPage();
    const headings = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
    expect(headings).toEqual([
      "What happened",
      "What to do",
      "Who to call",
      "What to tell the device user",
      "Numbers",
      "Raw from Graph",
    ]);
    expect(screen.getByText(/up to 30 days after its licence was taken back/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Raw from Graph" })).toHaveAttribute("aria-expanded", "false");
  });

  it("says whom to call, in order, and for what", async () => {
    await renderPage();
    const section = screen.getByRole("heading", { name: "Who to call" }).parentElement;
    const contacts = within(section ?? document.body).getAllByRole("listitem");
    expect(contacts.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Apple administrator.*new content token/),
      expect.stringMatching(/^Intune administrator.*upload the new content token/),
    ]);
  });

  it("has no token renewed on a reason that the token contradicts", async () => {
    const failed = {
      actionState: "failed",
      failureReason: "expiredVppToken",
      lastUpdatedAt: testNow - hourMs,
    } as const;
    await renderPage({ revocation: aRevocation(failed) });
    expect(screen.getByText(/^Ask them to look at this VPP token in Intune, to sync it/)).toBeVisible();
    expect(screen.queryByText(/new content token/)).toBeNull();
  });

  it("says so where nobody has to be called", async () => {
    await renderPage({ revocation: aRevocation(), locale: "ru" });
    expect(screen.getByText("С этим отзывом никому ничего делать не нужно.")).toBeVisible();
  });

  it("copies one sentence for the device user, marked in the demo", async () => {
    const user = userEvent.setup();
    const revocation = aRevocation({ actionState: "done", failedLicensesCount: 0 });
    await renderPage({ revocation, isDemo: true });
    await user.click(screen.getByRole("button", { name: "Copy this sentence" }));
    expect(await navigator.clipboard.readText()).toMatch(
      /^Demo data: Your organisation has taken back app licences: .*30 days on iPhone and iPad.*receipt/,
    );
  });

  it("leads to the whole list, and is not closed by Escape", async () => {
    const user = userEvent.setup();
    const { onClose } = await renderPage();
    await user.keyboard("{Escape}");
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Show all revocations" }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
