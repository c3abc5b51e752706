import { cleanup, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { aRevocation, hourMs, testNow } from "../../support/builders.ts";
import { renderDetails } from "./renderDetails.tsx";

const dayMs = 24 * hourMs;
type Token = NonNullable<Parameters<typeof aRevocation>[1]>;

const concerns: readonly [string, Token, string, RegExp, RegExp][] = [
  ["expired", { state: "expired" }, "The token has expired", /Do not delete this one/, /^Срок токена истёк/],
  [
    "past its date",
    { expiresAt: testNow - dayMs },
    "The token expired on November 21, 2026",
    /as vpp@contoso\.com/,
    /^Срок токена истёк 21 ноября 2026/,
  ],
  [
    "invalid",
    { state: "invalid" },
    "Apple does not accept the token",
    /password was changed or the account was disabled/,
    /^Apple не принимает этот токен/,
  ],
  [
    "assigned to another MDM",
    { state: "assignedToExternalMDM" },
    "Another MDM service uses the token",
    /Remove it from the other service first/,
    /^Токен занят другой службой MDM/,
  ],
  [
    "duplicate",
    { state: "duplicateLocationId" },
    "Intune has another token for the same location",
    /Assigning and revoking still work/,
    /ещё один токен того же расположения/,
  ],
  [
    "unknown",
    { state: "unknown" },
    "Intune does not know the token’s state",
    /Sync the token/,
    /^Intune не знает состояния токена/,
  ],
  [
    "unrecognized",
    { state: { kind: "unrecognized", raw: "paused" } },
    "The token’s state is not known to this version: paused",
    /Look at the token in Intune/,
    /не знает такого состояния токена: paused/,
  ],
  [
    "expires soon",
    { expiresAt: testNow + 5 * dayMs },
    "The token expires on November 27, 2026",
    /Download a new content token/,
    /^Срок токена истекает 27 ноября 2026/,
  ],
  [
    "failed to sync",
    { lastSyncStatus: "failed" },
    "The last sync with Apple failed",
    /Start a sync in Intune/,
    /^Последняя синхронизация с Apple не удалась/,
  ],
  [
    "not synced for two days",
    { lastSyncAt: testNow - 2 * dayMs },
    "The last sync with Apple was on November 20, 2026",
    /if you need fresh numbers/,
    /^Последняя синхронизация с Apple: 20 ноября 2026/,
  ],
  [
    "not synced for four days",
    { lastSyncAt: testNow - 4 * dayMs },
    "The last sync with Apple was on November 18, 2026",
    /unhealthy after three days/,
    /^Последняя синхронизация с Apple: 18 ноября 2026/,
  ],
];

describe("TokenAdvice", () => {
  it.each(concerns)("advises on a token that is %s", async (_name, token, title, advice, ru) => {
    const revocation = aRevocation({}, token);
    await renderDetails(revocation);
    const [item, ...others] = advices("This VPP token");
    expect(others).toEqual([]);
    expect(item).toMatch(advice);
    expect(item?.startsWith(title)).toBe(true);
    cleanup();
    await renderDetails(revocation, { locale: "ru" });
    expect(advices("Этот токен VPP")).toEqual([expect.stringMatching(ru)]);
  });

  it.each(
    concerns.filter(([name]) =>
      ["assigned to another MDM", "duplicate", "unknown", "failed to sync"].includes(name),
    ),
  )("asks for no new token when it is %s", async (_name, token) => {
    await renderDetails(aRevocation({}, token));
    expect(advices("This VPP token").join(" ")).not.toMatch(/[Dd]ownload/);
  });

  it.each([null, "vpp@contoso.com"])("reads as one Russian sentence for the account %s", async (appleId) => {
    await renderDetails(aRevocation({}, { state: "invalid", appleId }), { locale: "ru" });
    const [advice = ""] = advices("Этот токен VPP");
    expect(advice).toContain(appleId === null ? "учётную запись, от которой" : `учётную запись ${appleId}`);
  });

  it("says nothing of a healthy token", async () => {
    await renderDetails(aRevocation());
    expect(screen.queryByRole("heading", { name: "This VPP token" })).toBeNull();
  });

  it("does not repeat what the steps say", async () => {
    await renderDetails(
      aRevocation(
        { actionState: "failed", failureReason: "expiredVppToken" },
        { state: "expired", expiresAt: null },
      ),
    );
    expect(screen.queryByRole("heading", { name: "This VPP token" })).toBeNull();
  });

  it("leaves a late sync out where the token cannot sync", async () => {
    await renderDetails(aRevocation({}, { state: "invalid", lastSyncAt: testNow - 9 * dayMs }));
    expect(advices("This VPP token")).toHaveLength(1);
  });

  it("keeps a hostile Apple account as mere text", async () => {
    await renderDetails(aRevocation({}, { state: "invalid", appleId: "\u202e<b>x</b>" }));
    const account = screen.getByText("\u202e<b>x</b>");
    expect(account.tagName).toBe("BDI");
  });
});

function advices(title: string): readonly string[] {
  const section = screen.getByRole("heading", { level: 3, name: title }).parentElement;
  if (section === null) throw new Error(`${title} has no section`);
  return within(section)
    .getAllByRole("listitem")
    .map((item) => item.textContent);
}
