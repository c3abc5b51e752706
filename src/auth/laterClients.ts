import { AuthError } from "@azure/msal-browser";

/** What MSAL's controller asks of a client that signs in, renews or takes up a sign-in. */
const methods = ["acquireToken", "handleRedirectPromise", "verifySso", "logout"] as const;
type Arguments = readonly unknown[];
type Client = Record<string, (...args: Arguments) => Promise<unknown>>;
type ClientClass = new (...args: Arguments) => Client;

const loads = { always: new Set<() => Promise<unknown>>(), popup: new Set<() => Promise<unknown>>() };

/**
 * A class that stands for one of MSAL's clients (`leanMsal`) until the first of its methods is called: then the client
 * is loaded, made and asked. Where it cannot be loaded, that fails like a request without a network.
 */
export function laterClient(
  load: () => Promise<ClientClass>,
  use: keyof typeof loads = "always",
): new (
  ...args: Arguments
) => Partial<Client> {
  loads[use].add(load);
  return class {
    constructor(...made: Arguments) {
      const client = async () => {
        const Loaded = await load().catch(() => {
          throw new AuthError("network_error", "");
        });
        return new Loaded(...made);
      };
      for (const method of methods) {
        const ask = async (...args: Arguments) => (await client())[method]?.(...args);
        Object.defineProperty(this, method, { value: ask });
      }
    }
  };
}

/** So that a renewal needs no more than the sign-in service, also after a new release has replaced the files. */
export function preloadClients(): void {
  for (const load of loads.always) load().catch(() => undefined);
}

/** So that a press of the sign-in button is still what opens the window. */
export function preloadPopupClient(): void {
  for (const load of loads.popup) load().catch(() => undefined);
}
