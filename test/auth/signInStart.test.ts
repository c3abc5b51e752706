// @vitest-environment jsdom

import { afterEach, describe, expect, it, vi } from "vitest";
import { recallSignInStart, rememberSignInStart } from "../../src/auth/signInStart.ts";

const redirectPage = "https://tools.contoso.example/vpp/redirect.html#code=secret&state=s";

describe("recallSignInStart", () => {
  afterEach(() => window.sessionStorage.clear());

  it("leads back with the whole query", () => {
    rememberSignInStart("https://tools.contoso.example/vpp/?q=a%20b&action=v1.x");
    expect(recallSignInStart(redirectPage)).toBe("https://tools.contoso.example/vpp/?q=a%20b&action=v1.x");
  });

  it("leads to the app's folder without a start", () => {
    expect(recallSignInStart(redirectPage)).toBe("https://tools.contoso.example/vpp/");
  });

  it.each(["https://evil.example/vpp/", "javascript:alert(1)", "not a url", ""])(
    "does not follow %s",
    (start) => {
      rememberSignInStart(start);
      expect(recallSignInStart(redirectPage)).toBe("https://tools.contoso.example/vpp/");
    },
  );

  it("survives storage that throws", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    expect(recallSignInStart(redirectPage)).toBe("https://tools.contoso.example/vpp/");
  });
});
