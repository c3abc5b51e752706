import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AppConfig } from "../../../src/app/config/parseConfig.ts";
import type { KeepingHost } from "../../../src/app/signIn/EraseOffer.tsx";
import { SignInPage } from "../../../src/app/signIn/SignInPage.tsx";
import type { SessionState } from "../../../src/auth/session.ts";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { findStoredHistory } from "../../../src/monitor/history/storedHistory.ts";
import { aBrowser, openHistory } from "../../monitor/history/openHistory.ts";
import { aRead } from "../../monitor/history/reads.ts";
import { renderWithText } from "../../support/renderWithText.tsx";
import { ada, ben, clientId, config, problem, stillSession } from "./support.ts";

type SignedOut = Extract<SessionState, { kind: "signedOut" }>;

const ofAda = { tenantKey: ada.tenantId, accountKey: ada.id };

afterEach(() => vi.unstubAllGlobals());

/** Keeps what it is given. */
function aHost(views: string | null = null, personal?: unknown) {
  const kept = { views };
  return {
    pageUrl: "https://app.example/vpp/",
    preferences: { lang: "en", theme: "dark", personal },
    savePreferences: vi.fn<KeepingHost["savePreferences"]>(),
    keptText: (name: string) => ({
      read: () => (name === `views.${ada.tenantId}.${ada.id}` ? kept.views : null),
      write: (text: string) => {
        kept.views = text || null;
        return true;
      },
      subscribe: () => () => undefined,
    }),
  };
}

async function renderPage(
  state: Partial<SignedOut> = {},
  {
    locale,
    app = config(),
    host = aHost(),
  }: { locale?: LocaleCode; app?: AppConfig; host?: KeepingHost } = {},
) {
  const signedOut: SignedOut = {
    kind: "signedOut",
    accounts: [],
    problem: null,
    signedOutAccount: null,
    ...state,
  };
  const session = stillSession(signedOut);
  await renderWithText(<SignInPage session={session} state={signedOut} config={app} host={host} />, locale);
  return session;
}

describe("SignInPage", () => {
  it("offers one button and names the permission", async () => {
    const session = await renderPage();
    expect(screen.getByText(/DeviceManagementApps\.Read\.All/)).toBeVisible();
    expect(screen.getAllByRole("button")).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(session.signIn).toHaveBeenCalledWith({});
  });

  it("speaks Russian", async () => {
    await renderPage({}, { locale: "ru" });
    expect(screen.getByRole("button", { name: "Войти" })).toBeVisible();
    expect(screen.getByText(/запрашивает у Microsoft одно разрешение/)).toBeVisible();
  });

  it("brings the reader to its heading", async () => {
    await renderPage();
    expect(screen.getByRole("heading", { level: 2 })).toHaveFocus();
  });

  it("continues with an account that is known", async () => {
    const session = await renderPage({ accounts: [ada, ben] });
    const accounts = screen.getByRole("list", { name: "Continue as" });
    expect(within(accounts).getAllByRole("button")).toHaveLength(2);
    await userEvent.click(within(accounts).getByRole("button", { name: /Ada Admin/ }));
    expect(session.switchAccount).toHaveBeenCalledWith("a");
  });

  it("leaves room for an account that is not", async () => {
    const session = await renderPage({ accounts: [ada] });
    await userEvent.click(screen.getByRole("button", { name: "Use another account" }));
    expect(session.signIn).toHaveBeenCalledWith({ prompt: "select_account" });
  });

  it("says what happened and what to quote", async () => {
    await renderPage({ problem: problem() });
    expect(screen.getByRole("heading", { name: "This app is not assigned to you" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Details for support" }));
    for (const fact of ["AADSTS50105 · invalid_grant", "c0ffee", clientId]) {
      expect(screen.getByText(fact)).toBeVisible();
    }
  });

  it("copies the details with the time in UTC", async () => {
    const user = userEvent.setup();
    await renderPage({ problem: problem({ serverMessage: null }) });
    await user.click(screen.getByRole("button", { name: "Details for support" }));
    await user.click(screen.getByRole("button", { name: "Copy details" }));
    expect(await navigator.clipboard.readText()).toBe(
      [
        "Error code: AADSTS50105 · invalid_grant",
        "Correlation ID: c0ffee",
        "Time: 2026-11-22T09:30:05.000Z",
        `Application ID: ${clientId}`,
        "Directory: contoso.onmicrosoft.com",
      ].join("\n"),
    );
  });

  it("hands over the request for consent", async () => {
    const user = userEvent.setup();
    await renderPage({ problem: problem({ kind: "consentMissing" }) });
    const link = `https://login.microsoftonline.com/contoso.onmicrosoft.com/adminconsent?client_id=${clientId}`;
    expect(screen.getByRole("link", { name: "Approve as an administrator" })).toHaveAttribute("href", link);
    await user.click(screen.getByRole("button", { name: "Copy the request for your administrator" }));
    const letter = await navigator.clipboard.readText();
    expect(letter).toContain(link);
    expect(letter).toContain("DeviceManagementApps.Read.All");
  });

  it("asks the administrator in the person's cloud", async () => {
    const china = config({
      mode: "tenant",
      cloud: "china",
      clientId,
      tenantId: "contoso.partner.onmschina.cn",
    });
    await renderPage({ problem: problem({ kind: "consentMissing" }) }, { app: china });
    expect(screen.getByRole("link", { name: /administrator/ })).toHaveAttribute(
      "href",
      expect.stringMatching(/^https:\/\/login\.chinacloudapi\.cn\/contoso\.partner\.onmschina\.cn\//),
    );
  });

  it("tells a shared computer to leave Microsoft too", async () => {
    await renderPage({ signedOutAccount: ada });
    expect(screen.getByRole("status")).toHaveTextContent("You are signed out of this app in all its tabs.");
    expect(screen.getByRole("link", { name: "Sign out of Microsoft" })).toHaveAttribute(
      "href",
      "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/logout",
    );
  });

  it("does not mention Microsoft in the demo", async () => {
    await renderPage({ signedOutAccount: ada, accounts: [ada] }, { app: config({ mode: "demo" }) });
    expect(screen.queryByRole("link")).not.toBeInTheDocument();
    expect(screen.queryByText(/Microsoft/)).not.toBeInTheDocument();
  });

  it("offers to erase what is remembered of the account", async () => {
    aBrowser();
    const history = await openHistory(ofAda);
    await history.record(aRead(0));
    history.close();
    await renderPage({ signedOutAccount: ada });
    expect((await screen.findAllByRole("listitem")).map(({ textContent }) => textContent)).toEqual([
      "what was seen of revocations, which Intune does not keep",
    ]);
    await userEvent.click(await screen.findByRole("button", { name: "Erase it from this browser" }));
    expect(await screen.findByText(/is erased from this browser/)).toHaveFocus();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it("offers to erase saved views and settings too, and keeps language and theme", async () => {
    aBrowser();
    const host = aHost('{"version":1,"views":[]}', { hasDesktopNews: true });
    await renderPage({ signedOutAccount: ada }, { host });
    expect((await screen.findAllByRole("listitem")).map(({ textContent }) => textContent)).toEqual([
      "saved views",
      "how notices and keys are set, for everybody who uses this browser",
    ]);
    await userEvent.click(await screen.findByRole("button", { name: "Erase it from this browser" }));
    expect(await screen.findByText(/is erased from this browser/)).toHaveFocus();
    expect(host.keptText(`views.${ada.tenantId}.${ada.id}`).read()).toBeNull();
    expect(host.savePreferences).toHaveBeenCalledWith({ lang: "en", theme: "dark", personal: undefined });
  });

  it("offers it in Russian, and keeps it by default", async () => {
    aBrowser();
    (await openHistory(ofAda)).close();
    await renderPage({ signedOutAccount: ada }, { locale: "ru" });
    expect(await screen.findByText(/сохранено, учётная запись ada@contoso\.example/)).toBeVisible();
    expect(await indexedDB.databases()).toHaveLength(1);
  });

  it("says so when another tab has erased it", async () => {
    aBrowser();
    (await openHistory(ofAda)).close();
    await renderPage({ signedOutAccount: ada });
    await screen.findByRole("button", { name: "Erase it from this browser" });
    const elsewhere = findStoredHistory(ofAda, () => undefined);
    await elsewhere.erase();
    elsewhere.close();
    expect(await screen.findByText(/is erased from this browser/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Erase it from this browser" })).toBeNull();
  });

  it("erases even while a page still watches", async () => {
    aBrowser();
    const watching = await openHistory(ofAda);
    await watching.record(aRead(0));
    await renderPage({ signedOutAccount: ada });
    await userEvent.click(await screen.findByRole("button", { name: "Erase it from this browser" }));
    expect(await screen.findByText(/is erased from this browser/)).toBeVisible();
    await vi.waitFor(() => expect(watching.getState().memory.tokens.size).toBe(0));
    watching.close();
  });

  it("has nothing to offer where nothing is kept", async () => {
    aBrowser();
    await renderPage({ signedOutAccount: ada });
    await indexedDB.databases();
    expect(screen.queryByRole("button", { name: /Erase/ })).toBeNull();
  });
});
