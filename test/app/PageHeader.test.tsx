import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { AppHost } from "../../src/app/appHost.ts";
import { PageHeader } from "../../src/app/PageHeader.tsx";
import type { SessionState } from "../../src/auth/session.ts";
import { defaultViewState } from "../../src/dashboard/viewState.ts";
import { createRequestMeter } from "../../src/graph/requestMeter.ts";
import { renderWithText } from "../support/renderWithText.tsx";
import { ada, ben, clientId, config, stillSession } from "./signIn/support.ts";

const notAsked = () => {
  throw new Error("not asked for here");
};
const host: AppHost = {
  ...{ begin: notAsked, navigate: notAsked, keptText: notAsked, onPageInfo: notAsked },
  ...{ pageUrl: "https://app.example/", search: "", isFromLink: false },
  preferences: { lang: null, theme: null },
  savePreferences: notAsked,
};

async function renderHeader(file?: Record<string, unknown>, account = ada) {
  const state: SessionState = { kind: "signedIn", account, accounts: [account], problem: null };
  const meter = createRequestMeter({ clock: () => 0 });
  const reader = { readAll: notAsked, readByIds: notAsked, close: notAsked };
  await renderWithText(
    <PageHeader
      host={host}
      view={defaultViewState}
      onViewChange={notAsked}
      config={config(file)}
      connection={{ session: stillSession(state), reader, meter, demo: null }}
      sessionState={state}
      onSkip={notAsked}
    />,
  );
  return screen.getByRole("banner");
}

const tenantId = "contoso.onmicrosoft.us";
const inCloud = (cloud: string) => ({ mode: "tenant", clientId, tenantId, cloud });

describe("the banner", () => {
  it.each([
    ["usGov", "contoso.onmicrosoft.us · US Government (GCC High)"],
    ["usGovDod", "contoso.onmicrosoft.us · US Government (DoD)"],
    ["china", "contoso.onmicrosoft.us · China (21Vianet)"],
  ])("says whose Intune it is, and that its cloud is %s", async (cloud, said) => {
    const banner = await renderHeader(inCloud(cloud));
    const tenant = screen.getByText(tenantId);
    expect(banner).toContainElement(tenant);
    expect(tenant).toHaveProperty("tagName", "BDI");
    expect(tenant.parentElement?.textContent).toBe(said);
  });

  it("names no cloud where it is the one of nearly everybody", async () => {
    await renderHeader(inCloud("global"));
    expect(screen.getByText(tenantId).parentElement?.textContent).toBe(tenantId);
  });

  it("names no tenant in the demo", async () => {
    const banner = await renderHeader({ mode: "demo", clientId, tenantId });
    expect(banner).not.toHaveTextContent(tenantId);
  });

  it("says who has signed in, by name and by user name", async () => {
    const banner = await renderHeader();
    expect(banner).toContainElement(screen.getByText("Ada Admin"));
    expect(banner).toContainElement(screen.getByText("ada@contoso.example"));
  });

  it("says the user name alone of an account without a name", async () => {
    await renderHeader(undefined, ben);
    expect(screen.getByText("ben@contoso.example").closest("div")?.textContent).toBe("ben@contoso.example");
  });
});
