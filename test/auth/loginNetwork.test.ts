// @vitest-environment jsdom

import { describe, expect, it } from "vitest";
import { createLoginNetwork } from "../../src/auth/loginNetwork.ts";

const origin = "https://login.microsoftonline.com";
const tokenUrl = `${origin}/contoso/oauth2/v2.0/token`;

function answering(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const network = createLoginNetwork(origin, async (url, init) => {
    asked.push({ url: String(url), init });
    return answer();
  });
  return { asked, network };
}

describe("createLoginNetwork", () => {
  it("hands over the answer with its status", async () => {
    const { network, asked } = answering(() =>
      Response.json({ error: "invalid_grant" }, { status: 400, headers: { "Retry-After": "3" } }),
    );
    const options = { headers: { "X-Client": "1" }, body: "grant_type=refresh_token" };
    await expect(network.sendPostRequestAsync(tokenUrl, options)).resolves.toMatchObject({
      status: 400,
      headers: { "retry-after": "3" },
      body: { error: "invalid_grant" },
    });
    expect(asked[0]?.init).toMatchObject({ method: "POST", ...options });
  });

  it.each([
    "https://login.windows.net/contoso/oauth2/v2.0/token",
    "http://login.microsoftonline.com/contoso/oauth2/v2.0/token",
    "https://login.microsoftonline.com.evil.example/token",
  ])("never asks %s", async (url) => {
    const { network, asked } = answering(() => Response.json({}));
    await expect(network.sendGetRequestAsync(url)).rejects.toMatchObject({
      errorCode: "untrusted_authority",
    });
    expect(asked).toEqual([]);
  });

  it("gives every request a time", async () => {
    const { network, asked } = answering(() => Response.json({}));
    await network.sendGetRequestAsync(tokenUrl);
    expect(asked[0]?.init?.signal).toBeInstanceOf(AbortSignal);
  });

  it("reports an answer that is not JSON", async () => {
    const { network } = answering(() => new Response("<html>proxy</html>"));
    await expect(network.sendPostRequestAsync(tokenUrl)).rejects.toMatchObject({
      errorCode: "failed_to_parse_response",
    });
  });

  it("reports a request that got no answer", async () => {
    const { network } = answering(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(network.sendPostRequestAsync(tokenUrl)).rejects.toMatchObject({
      errorCode: "post_request_failed",
    });
  });
});
