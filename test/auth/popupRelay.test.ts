// @vitest-environment jsdom

import { runPopupRelay } from "@azure/msal-browser/popup-relay";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerTravelsMs } from "../../src/auth/lingeringWindow.ts";
import { relaySignIn } from "../../src/auth/popupRelay.ts";

vi.mock("@azure/msal-browser/popup-relay", () => ({ runPopupRelay: vi.fn() }));

const loginOrigin = "https://login.microsoftonline.us";
const close = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("close", close);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

describe("the relay", () => {
  it("stays open for a while once it has handed on the answer", () => {
    vi.mocked(runPopupRelay).mockImplementation(() => window.close());
    relaySignIn(loginOrigin);
    vi.advanceTimersByTime(answerTravelsMs - 1);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledOnce();
  });

  it("opens no other page than the login page of its cloud", () => {
    relaySignIn(loginOrigin);
    expect(runPopupRelay).toHaveBeenCalledExactlyOnceWith({ allowedAuthorityOrigins: [loginOrigin] });
  });
});
