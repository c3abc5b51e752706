import { AuthError } from "@azure/msal-browser";
import { describe, expect, it, vi } from "vitest";
import { laterClient, preloadClients, preloadPopupClient } from "../../src/auth/laterClients.ts";

class Client {
  [method: string]: (...args: readonly unknown[]) => Promise<unknown>;

  constructor(name: unknown) {
    this.acquireToken = async (request: unknown) => `${name} got ${request}`;
  }
}

describe("a client that is loaded later", () => {
  it("is loaded with the first question, and made as it was asked to be", async () => {
    const load = vi.fn(async () => Client);
    const client = new (laterClient(load))("Ada");
    expect(load).not.toHaveBeenCalled();
    expect(await client.acquireToken?.("a token")).toBe("Ada got a token");
  });

  it("fails as without a network when it cannot be loaded", async () => {
    const Later = laterClient(() => Promise.reject(new TypeError("Failed to fetch")));
    const failure = await new Later().acquireToken?.().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AuthError);
    expect(failure).toHaveProperty("errorCode", "network_error");
  });

  it("is loaded ahead, where that works", () => {
    const load = vi.fn(() => Promise.reject(new TypeError("Failed to fetch")));
    laterClient(load);
    preloadClients();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("is loaded ahead for a window of its own only where one may open", () => {
    const load = vi.fn(async () => Client);
    laterClient(load, "popup");
    preloadClients();
    expect(load).not.toHaveBeenCalled();
    preloadPopupClient();
    expect(load).toHaveBeenCalledTimes(1);
  });
});
