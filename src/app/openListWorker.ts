import workerUrl from "../graph/listWorker/listWorker.ts?worker&url";

/** Named in the `trusted-types` of the page's policy. */
const policyName = "vpp-worker";

/** The part of the browser's Trusted Types that is used here. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** A worker of this build; `null` where the browser or the page's policy allows none. */
export function openListWorker(): Worker | null {
  try {
    return new Worker(trustedUrl(), { type: "module" });
  } catch {
    return null;
  }
}

let trusted: string | null = null;

/** The one URL that this page makes script of. A policy can be made once only. */
function trustedUrl(): string {
  const trustedTypes: TrustedTypes | undefined = Reflect.get(globalThis, "trustedTypes");
  trusted ??= trustedTypes
    ? trustedTypes.createPolicy(policyName, { createScriptURL: () => workerUrl }).createScriptURL(workerUrl)
    : workerUrl;
  return trusted;
}
