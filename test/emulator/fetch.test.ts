import { describe, expect, it } from "vitest";
import { faults, onReads } from "../../src/emulator/faults.ts";
import { emulated, tokensUrl } from "./emulated.ts";

const headers = { Authorization: "Bearer first" };

describe("in-page fetch of the emulated Graph", () => {
  it("hides headers that Graph does not expose", async () => {
    const graph = emulated({ fault: onReads([1], faults.throttled) });
    const response = await graph.fetch(tokensUrl, { headers });
    expect(response.status).toBe(429);
    expect(response.headers.get("Retry-After")).toBeNull();
    expect(response.headers.get("Date")).toBeNull();
    expect(response.headers.get("request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("Content-Type")).toContain("application/json");
  });

  it("shows headers that a proxy exposes", async () => {
    const graph = emulated({ fault: faults.throttledByProxy });
    const response = await graph.fetch(tokensUrl, { headers });
    expect(response.headers.get("Retry-After")).toBe("7");
  });

  it("reaches no other origin", async () => {
    const request = emulated().fetch("https://graph.microsoft.us/beta/deviceAppManagement/vppTokens");
    await expect(request).rejects.toThrow(new TypeError("Failed to fetch"));
  });

  it("rejects like a browser without network", async () => {
    const request = emulated({ fault: faults.networkFailure }).fetch(tokensUrl, { headers });
    await expect(request).rejects.toThrow(new TypeError("Failed to fetch"));
  });

  it("does not count an aborted request", async () => {
    const graph = emulated({ scenario: "outage" });
    const aborted = graph.fetch(tokensUrl, { headers, signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
    expect((await graph.fetch(tokensUrl, { headers })).status).toBe(200);
  });

  it("stops waiting when aborted", async () => {
    const controller = new AbortController();
    const delay = () => new Promise<void>(() => {});
    const request = emulated({ delay }).fetch(tokensUrl, { headers, signal: controller.signal });
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: "AbortError" });
  });
});
