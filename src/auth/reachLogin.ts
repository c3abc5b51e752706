import { noAnswer } from "./loginNetwork.ts";

const patienceMs = 5_000;

/**
 * Rejects as MSAL does where the login page cannot be reached: whoever left this page for it would see the browser's own
 * words, and no way back. What is answered says nothing and is not read; where nothing is answered for long, the browser
 * may go and see. `authority`: for example `https://login.microsoftonline.com/<tenantId>`.
 */
export async function reachLogin(authority: string, fetchLogin: typeof fetch): Promise<void> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    await fetchLogin(`${authority}/v2.0/.well-known/openid-configuration`, {
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      signal,
    });
  } catch {
    if (!signal.aborted) throw noAnswer();
  }
}
