import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from "@azure/msal-browser";

const timeoutMs = 30_000;

/**
 * MSAL's way to the network, held to one origin and to a time: its own client waits for ever when nothing answers,
 * and would follow metadata to another host.
 */
export function createLoginNetwork(loginOrigin: string, fetchLogin: typeof fetch = fetch): INetworkModule {
  async function send<Body>(
    method: "GET" | "POST",
    url: string,
    { headers = {}, body, correlationId = "" }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<Body>> {
    if (new URL(url).origin !== loginOrigin) throw new AuthError("untrusted_authority", correlationId);
    const signal = AbortSignal.timeout(timeoutMs);
    const init = { method, headers, signal, ...(body !== undefined && { body }) };
    const response = await fetchLogin(url, init).catch(() => {
      throw noAnswer(correlationId);
    });
    return {
      status: response.status,
      headers: headersOf(response),
      body: await readJson(response, correlationId),
    };
  }
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}

/** As MSAL calls it. */
export function noAnswer(correlationId = ""): AuthError {
  return new AuthError(navigator.onLine ? "post_request_failed" : "no_network_connectivity", correlationId);
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(response.headers);
}

async function readJson<Body>(response: Response, correlationId: string): Promise<Body> {
  try {
    // MSAL validates the body itself.
    return (await response.json()) as Body;
  } catch {
    throw new AuthError("failed_to_parse_response", correlationId);
  }
}
