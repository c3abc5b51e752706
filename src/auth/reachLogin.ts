import { noAnswer } from "./loginNetwork.ts";

const patienceMs = 10_000;

/**
 * Rejects as MSAL does where the login page does not answer: whoever left this page for it would see the browser's own
 * words, and no way back. What is answered says nothing and is not read. `authority`: for example
 * `https://login.microsoftonline.com/<tenantId>`.
 */
export async function reachLogin(authority: string, fetchLogin: typeof fetch): Promise<void> {
  try {
    await fetchLogin(`${authority}/v2.0/.well-known/openid-configuration`, {
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    throw noAnswer();
  }
}
