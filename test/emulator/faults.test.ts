import { describe, expect, it } from "vitest";
import { faultClaims, faults, fromRead } from "../../src/emulator/faults.ts";
import { emulated, tokensUrl } from "./emulated.ts";

describe("faults of the emulated Graph", () => {
  it.each([
    ["unauthorized", 401, "InvalidAuthenticationToken"],
    ["forbidden", 403, "Forbidden"],
    ["notFound", 404, "ResourceNotFound"],
    ["throttled", 429, "TooManyRequests"],
    ["throttledWithoutWait", 429, "TooManyRequests"],
    ["errorInSuccess", 200, "InternalServerError"],
    ["internalServerError", 500, "InternalServerError"],
    ["notImplemented", 501, "NotImplemented"],
    ["serviceUnavailable", 503, "ServiceUnavailable"],
    ["gatewayTimeout", 504, "GatewayTimeout"],
  ] as const)("%s has its status and code", async (name, status, code) => {
    const response = await emulated({ fault: faults[name] }).get();
    expect(response.status).toBe(status);
    expect((await response.json()).error).toMatchObject({
      code,
      innerError: { "request-id": response.headers.get("request-id") },
    });
  });

  it.each([
    ["htmlPage", 200, /^<!doctype html>/],
    ["badGateway", 502, /^<!doctype html>/],
    ["emptyBody", 200, /^$/],
    ["truncatedJson", 200, /^\{"@odata/],
  ] as const)("%s is no readable JSON", async (name, status, start) => {
    const response = await emulated({ fault: faults[name] }).get();
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toMatch(start);
    expect(() => JSON.parse(text)).toThrow();
  });

  it.each([
    ["nextLinkToOtherOrigin", "https://graph.attacker.example/beta/deviceAppManagement/vppTokens"],
    ["nextLinkToOtherVersion", tokensUrl.replace("beta", "v1.0")],
    ["nextLinkToItself", tokensUrl],
    ["nextLinkEndless", `${tokensUrl}?$top=1000&page=2`],
  ] as const)("%s keeps the tokens and spoils the link", async (name, link) => {
    const body = await (await emulated({ fault: faults[name] }).get()).json();
    expect(body["@odata.nextLink"]).toBe(link);
    expect(body.value).not.toHaveLength(0);
  });

  it("endless paging never names a page twice", async () => {
    const graph = emulated({ fault: faults.nextLinkEndless });
    const links = new Set<string>();
    for (let url = tokensUrl; links.size < 5; ) {
      url = (await (await graph.get(url)).json())["@odata.nextLink"];
      expect(links).not.toContain(url);
      links.add(url);
    }
  });

  it("tells the wait only where it should", async () => {
    const waits = async (name: "throttled" | "throttledReadable" | "throttledWithoutWait") => {
      const response = await emulated({ fault: faults[name] }).get();
      const { message } = (await response.json()).error;
      return [response.headers.get("Retry-After"), message.startsWith("{") && JSON.parse(message).RetryAfter];
    };
    expect(await waits("throttled")).toEqual(["7", false]);
    expect(await waits("throttledReadable")).toEqual(["7", 7]);
    expect(await waits("throttledWithoutWait")).toEqual([null, false]);
  });

  it("challenges with claims that can be decoded", async () => {
    const header = (await emulated({ fault: faults.claimsChallenge }).get()).headers.get("WWW-Authenticate");
    expect(atob(/claims="([^"]+)"/.exec(header ?? "")?.[1] ?? "")).toBe(faultClaims);
  });

  it("breaks the body off half-way", async () => {
    const reader = (await emulated({ fault: faults.bodyCutOff }).get()).body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(1_000);
    await expect(reader?.read()).rejects.toThrow(TypeError);
  });

  it("never answers until aborted", async () => {
    const controller = new AbortController();
    const request = emulated({ fault: faults.noAnswer }).handle(
      new Request(tokensUrl, { headers: { Authorization: "Bearer first" }, signal: controller.signal }),
    );
    const outcome = await Promise.race([request, Promise.resolve("waiting")]);
    expect(outcome).toBe("waiting");
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: "AbortError" });
  });

  it("refuses or ignores selections on request", async () => {
    const selected = `${tokensUrl}?$select=id,tokenActionResults`;
    expect((await emulated({ fault: faults.selectRefused }).get(selected)).status).toBe(400);
    expect((await emulated({ fault: faults.selectRefused }).get()).status).toBe(200);
    const { value } = await (await emulated({ fault: faults.selectDropsResults }).get(selected)).json();
    expect(Object.keys(value[0])).toEqual(["id"]);
  });

  it("wraps a single token on request", async () => {
    const graph = emulated({ fault: faults.wrappedEntity });
    const { value } = await (await graph.get()).json();
    const wrapped = await (await graph.get(`${tokensUrl}/${value[0].id}`)).json();
    expect(wrapped.value.id).toBe(value[0].id);
  });

  it("strikes from the chosen read on", async () => {
    const graph = emulated({ fault: fromRead(2, faults.badGateway) });
    expect([(await graph.get()).status, (await graph.get()).status]).toEqual([200, 502]);
  });
});
