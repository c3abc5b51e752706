import { act, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/app/MonitorPage.tsx";
import "../../src/app/connectSession.ts";
import "../../src/dashboard/StatusTools.tsx";
import { App } from "../../src/app/App.tsx";
import type { AppHost, HostEvent } from "../../src/app/appHost.ts";
import { startApp } from "../../src/app/startApp.ts";
import { createHostSession } from "../../src/auth/hostSession.ts";
import type { AccessTokenProvider } from "../../src/auth/session.ts";
import { createEmulatedGraph } from "../../src/emulator/emulatedGraph.ts";
import { OwnPageProvider } from "../../src/ui/ownPage.ts";
import { testNow } from "../support/builders.ts";
import { emulateLayout } from "../support/renderDashboard.tsx";
import { config } from "./signIn/support.ts";

beforeEach(() => {
  emulateLayout();
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: false }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const noText = { read: () => null, write: () => true, subscribe: () => () => undefined };

/** The app as somebody embeds it who brings configuration and access tokens. */
async function renderEmbedded(getAccessToken: AccessTokenProvider, more: Partial<AppHost> = {}) {
  const graph = createEmulatedGraph({ scenario: "mixed", clock: () => testNow });
  const fetched = vi.fn((input: RequestInfo | URL, init?: RequestInit) => graph.fetch(input, init));
  vi.stubGlobal("fetch", fetched);
  const onEvent = vi.fn<(event: HostEvent) => void>();
  const host: AppHost = {
    begin: startApp,
    pageUrl: "https://app.example/",
    search: "?lang=en",
    isFromLink: false,
    navigate: () => undefined,
    preferences: { lang: null, theme: "light" },
    savePreferences: () => undefined,
    keptText: () => noText,
    onPageInfo: () => undefined,
    config: config(),
    openSession: async ({ clock }) => createHostSession({ getAccessToken, accountKey: null, clock }),
    onEvent,
    ...more,
  };
  await act(async () =>
    render(
      <OwnPageProvider value={false}>
        <App host={host} clock={() => testNow} />
      </OwnPageProvider>,
    ),
  );
  return { onEvent, urls: () => fetched.mock.calls.map(([input]) => String(input)) };
}

describe("the app in somebody's page", () => {
  it("reads with the host's access token and asks for nothing else", async () => {
    const getAccessToken = vi.fn<AccessTokenProvider>(async () => "given");
    const { onEvent, urls } = await renderEmbedded(getAccessToken);
    expect(await screen.findByRole("table", { name: /^Revocations/ })).toBeVisible();
    expect(urls().filter((url) => !url.startsWith("https://graph.microsoft.com/"))).toEqual([]);
    const scopes = ["https://graph.microsoft.com/DeviceManagementApps.Read.All"];
    expect(getAccessToken).toHaveBeenCalledWith({ scopes });
    expect(screen.queryByRole("button", { name: "Sign out" })).toBeNull();
    expect(onEvent).not.toHaveBeenCalled();
  });

  it("leaves language and theme to a host that chooses them", async () => {
    await renderEmbedded(async () => "given", { chooses: { lang: true, theme: true } });
    expect(await screen.findByRole("heading", { name: "VPP Revocation Monitor" })).toBeVisible();
    expect(screen.queryByLabelText("Language")).toBeNull();
    expect(screen.queryByLabelText("Theme")).toBeNull();
  });

  it("begins anew, without the page, where it could not begin", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const openSession = vi.fn(async ({ clock }: { readonly clock: () => number }) =>
      createHostSession({ getAccessToken: async () => "given", accountKey: null, clock }),
    );
    openSession.mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"));
    await renderEmbedded(async () => "given", { openSession });
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("The page could not be shown");
    await act(async () => within(alert).getByRole("button", { name: "Try again" }).click());
    expect(await screen.findByRole("table", { name: /^Revocations/ })).toBeVisible();
    expect(openSession).toHaveBeenCalledTimes(2);
  });

  it("tells the host once that somebody has to sign in", async () => {
    const { onEvent } = await renderEmbedded(() => Promise.reject(new Error("signed out")));
    const notice = await screen.findByRole("group", { name: "The page around this one gave no access" });
    expect(notice).toBeVisible();
    expect(onEvent.mock.calls).toEqual([[{ type: "signinrequired" }]]);
  });
});
