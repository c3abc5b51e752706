// @vitest-environment jsdom

import { readFileSync } from "node:fs";
import { screen } from "@testing-library/dom";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { answerTravelsMs } from "../../src/auth/lingeringWindow.ts";

const page = readFileSync("redirect.html", "utf8");

async function openRedirectPage(query: string, language: string) {
  vi.spyOn(navigator, "language", "get").mockReturnValue(language);
  window.history.replaceState(null, "", `/vpp/redirect.html${query}`);
  document.body.innerHTML = /<body>(.*)<\/body>/s.exec(page)?.[1] ?? "";
  vi.resetModules();
  await import("../../src/auth/redirectBridge.ts");
}

describe("the redirect page", () => {
  beforeEach(() => {
    document.body.innerHTML = "";
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("leads back to the app without a response", async () => {
    await openRedirectPage("", "en-GB");
    await vi.waitFor(() => expect(screen.getByText(/There is no sign-in to continue/)).toBeVisible());
    expect(screen.getByRole("link")).toHaveProperty("href", "http://localhost:3000/vpp/");
    expect(screen.getByText("Signing in…")).not.toBeVisible();
  });

  it("speaks Russian to a Russian browser", async () => {
    await openRedirectPage("", "ru");
    await vi.waitFor(() => expect(screen.getByText(/Здесь нет входа/)).toBeVisible());
    expect(screen.getByText(/There is no sign-in/)).not.toBeVisible();
    expect(document.documentElement.lang).toBe("ru");
  });

  it("thanks an administrator for the consent", async () => {
    await openRedirectPage("?admin_consent=True&tenant=11111111-2222-4333-8444-555555555555", "en");
    await vi.waitFor(() => expect(screen.getByText(/The permission is granted/)).toBeVisible());
  });

  it("does not thank for a refused consent", async () => {
    await openRedirectPage("?admin_consent=True&error=access_denied", "en");
    await vi.waitFor(() => expect(screen.getByText(/There is no sign-in to continue/)).toBeVisible());
  });

  it("stays open for a while once it has handed on its answer", async () => {
    vi.useFakeTimers();
    const close = vi.fn();
    vi.stubGlobal("close", close);
    const answers = new BroadcastChannel("the-sign-in");
    onTestFinished(() => answers.close());
    const answered = new Promise((resolve) => {
      answers.onmessage = ({ data }) => resolve([data.payload, close.mock.calls.length]);
    });
    const state = btoa(JSON.stringify({ id: "the-sign-in", meta: { interactionType: "popup" } }));
    await openRedirectPage(`?code=granted&state=${state}`, "en");
    expect(await answered).toEqual([`code=granted&state=${state}`, 0]);
    vi.advanceTimersByTime(answerTravelsMs);
    expect(close).toHaveBeenCalledOnce();
  });

  it("holds neither inline script nor inline style", () => {
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  });
});
