import { describe, expect, it } from "vitest";
import { credentialMarker } from "../../src/emulator/wire.ts";
import { emulated, readAll, tokensUrl } from "./emulated.ts";

describe("tokens of the emulated Graph", () => {
  it("leaves out what is not selected", async () => {
    const text = await (await emulated().get(`${tokensUrl}?$select=id,tokenActionResults`)).text();
    expect(Object.keys(JSON.parse(text).value[0]).sort()).toEqual(["id", "tokenActionResults"]);
    expect(text).not.toContain(credentialMarker);
  });

  it("sends the credential when nothing is selected", async () => {
    expect(await (await emulated().get()).text()).toContain(credentialMarker);
  });

  it("refuses to select an unknown property", async () => {
    const response = await emulated().get(`${tokensUrl}?$select=id,licences`);
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toContain("named 'licences'");
  });

  it.each(["$filter=x", "$top=0", "$top=two", "$skiptoken=%25"])("refuses %s", async (query) => {
    expect((await emulated().get(`${tokensUrl}?${query}`)).status).toBe(400);
  });

  it("pages without losing or repeating tokens", async () => {
    const whole = await readAll(emulated());
    const paged = await readAll(emulated(), `${tokensUrl}?$top=5`);
    expect(paged).toEqual(whole);
  });

  it("keeps selection and origin in next links", async () => {
    const graph = emulated({ origin: "https://graph.example:8443" });
    const { "@odata.nextLink": link } = await (
      await graph.get(`${tokensUrl}?$select=id,state&$top=5`)
    ).json();
    expect(link).toMatch(/^https:\/\/graph\.example:8443\/beta\/deviceAppManagement\/vppTokens\?/);
    expect(new URL(link).searchParams.get("$select")).toBe("id,state");
  });

  it("hands out one token plainly", async () => {
    const graph = emulated();
    const [first] = await readAll(graph);
    const response = await graph.get(`${tokensUrl}/${first?.id}?$select=id,state`);
    expect(await response.json()).toEqual({
      "@odata.context":
        "https://graph.microsoft.com/beta/$metadata#deviceAppManagement/vppTokens(id,state)/$entity",
      id: first?.id,
      state: first?.state,
    });
  });

  it("knows no action results in v1.0", async () => {
    const stable = tokensUrl.replace("beta", "v1.0");
    const [first] = await readAll(emulated(), stable);
    expect(first).not.toHaveProperty("tokenActionResults");
    expect(first).not.toHaveProperty("displayName");
    expect((await emulated().get(`${stable}?$select=locationName`)).status).toBe(400);
  });

  it.each([
    ["an unknown id", `${tokensUrl}/nobody`, "GET", 404, "ResourceNotFound"],
    ["another resource", "https://graph.microsoft.com/beta/users", "GET", 404, "ResourceNotFound"],
    ["no version", "https://graph.microsoft.com/favicon.ico", "GET", 404, "ResourceNotFound"],
    ["a write", tokensUrl, "POST", 405, "MethodNotAllowed"],
    ["a batch that is read", "https://graph.microsoft.com/beta/$batch", "GET", 405, "MethodNotAllowed"],
  ])("answers %s with its error", async (_, url, method, status, code) => {
    const response = await emulated().get(url, { method, headers: { Authorization: "Bearer first" } });
    expect(response.status).toBe(status);
    expect((await response.json()).error.code).toBe(code);
  });
});

describe("access tokens of the emulated Graph", () => {
  it("refuses a request without one", async () => {
    const response = await emulated().get(tokensUrl, { headers: {} });
    expect(response.status).toBe(401);
    expect((await response.json()).error.code).toBe("InvalidAuthenticationToken");
    expect(response.headers.get("WWW-Authenticate")).toContain("Bearer");
  });

  it("passes claims on as a challenge", async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const response = await emulated({ authorize: () => ({ claims }) }).get();
    const encoded = /claims="([^"]+)"/.exec(response.headers.get("WWW-Authenticate") ?? "")?.[1] ?? "";
    expect(response.status).toBe(401);
    expect(atob(encoded)).toBe(claims);
  });

  it("shows the bearer token to the judge", async () => {
    const seen: (string | null)[] = [];
    const authorize = (accessToken: string | null) => {
      seen.push(accessToken);
      return "ok" as const;
    };
    await emulated({ authorize }).get();
    expect(seen).toEqual(["first"]);
  });
});

describe("errors and headers of the emulated Graph", () => {
  it("echoes the client request id", async () => {
    const headers = { Authorization: "Bearer first", "client-request-id": "mine" };
    const response = await emulated().get(`${tokensUrl}/nobody`, { headers });
    const { innerError } = (await response.json()).error;
    expect(response.headers.get("client-request-id")).toBe("mine");
    expect(innerError).toEqual({
      date: "2026-03-04T10:30:00",
      "request-id": response.headers.get("request-id"),
      "client-request-id": "mine",
    });
  });

  it("exposes to pages what Graph exposes", async () => {
    const response = await emulated().get();
    expect(response.headers.get("Access-Control-Expose-Headers")).toBe(
      "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, WWW-Authenticate",
    );
    expect(response.headers.get("Date")).toBe("Wed, 04 Mar 2026 10:30:00 GMT");
  });

  it("answers a preflight without an access token", async () => {
    const headers = { "Access-Control-Request-Headers": "authorization,client-request-id" };
    const graph = emulated({ allowedOrigin: "https://app.example" });
    const response = await graph.get(tokensUrl, { method: "OPTIONS", headers });
    expect(response.status).toBe(200);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("https://app.example");
    expect(response.headers.get("Access-Control-Allow-Headers")).toBe("authorization,client-request-id");
  });

  it("gives equal bytes for equal seeds and clocks", async () => {
    const bytes = async (seed: number) => {
      const graph = emulated({ seed });
      graph.pass(12_345);
      return [await (await graph.get()).text(), await (await graph.get(`${tokensUrl}/nobody`)).text()];
    };
    expect(await bytes(5)).toEqual(await bytes(5));
    expect(await bytes(5)).not.toEqual(await bytes(6));
  });
});
