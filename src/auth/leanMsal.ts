const unusedModule =
  /@azure[\\/]msal-(?:browser|common)[\\/]dist(?:-browser)?[\\/].*[\\/](PlatformAuth(?:InteractionClient|ExtensionHandler|DOMHandler)|SilentAuthCodeClient|LocalStorage|PopTokenGenerator)\.mjs$/;
const unusedModules = 6;
const laterModule =
  /@azure[\\/]msal-browser[\\/]dist[\\/]interaction_client[\\/](RedirectClient|PopupClient|SilentIframeClient|SilentRefreshClient)\.mjs$/;
const laterModules = 4;

const nestedModule =
  /@azure[\\/]msal-browser[\\/]dist[\\/](?:controllers|operatingcontext)[\\/](NestedApp\w+)\.mjs$/;
const nestedModules = 2;

const laterModulesAndTheirs =
  /(?:\?whole|[\\/](?:Authorize|InteractionHandler|SilentHandler|RefreshTokenClient)\.mjs)$/;

const popupModules = /(?:PopupClient\.mjs\?whole|[\\/]popup_relay[\\/]\w+\.mjs)$/;

/** MSAL in parts, of which the page begins with one: cut as the bundler would, it weighs a tenth more. */
export const msalChunks = [
  {
    name: "msal-nested",
    test: /(?:NestedApp\w+\.mjs\?whole$|msal-browser[\\/]dist[\\/]naa[\\/])/,
    priority: 4,
  },
  { name: "msal-popup", test: popupModules, priority: 3 },
  { name: "msal-later", test: laterModulesAndTheirs, priority: 2 },
  { name: "msal", test: /(?:@azure[\\/]msal-|auth[\\/]laterClients)/, priority: 1 },
];

/**
 * Vite plugin: leaves out of the build what no page here ever runs, but MSAL imports always: the platform broker (off
 * by `system.allowPlatformBroker`), the cache in `localStorage` (the session's is used), codes that a server redeems, and
 * access tokens that are bound to a key (ours are bearer tokens). What only a sign-in or a renewal runs goes into a part
 * of its own, loaded when it is asked for: a page that is signed in takes its access token from MSAL's cache. What a
 * window of its own needs, only a frame asks for; the sign-in by the bridge of an app of Microsoft's, only a frame within
 * one. A release of MSAL that arranges it otherwise fails the build instead of slipping through.
 */
export function leanMsal() {
  const left = new Set<string>();
  const put = new Set<string>();
  const nested = new Set<string>();
  return {
    name: "lean-msal",
    apply: "build" as const,
    load(id: string) {
      const unused = unusedModule.exec(id)?.[1];
      const later = laterModule.exec(id)?.[1];
      if (unused !== undefined) left.add(unused);
      if (later !== undefined) put.add(later);
      const own = nestedModule.exec(id)?.[1];
      if (own !== undefined) nested.add(own);
      const code =
        (unused !== undefined && standIn(unused)) ||
        (later !== undefined && laterClient(later)) ||
        (own !== undefined && nestedApp[own]);
      return code ? { code, map: null } : null;
    },
    buildEnd(this: { error(message: string): never; getModuleIds(): Iterable<string> }) {
      const hasMsal = [...this.getModuleIds()].some((id) => id.includes("StandardController.mjs"));
      const isAsKnown =
        left.size === unusedModules && put.size === laterModules && nested.size === nestedModules;
      if (hasMsal && !isAsKnown) this.error("MSAL's modules are no longer where they were");
    },
  };
}

function standIn(name: string): string {
  const fail = `throw new Error("${name} is not part of this build")`;
  return `export class ${name} { constructor() { ${fail}; } static createProvider() { ${fail}; } }`;
}

/**
 * As `createNestablePublicClientApplication` uses them: the context is asked whether there is a bridge, then the
 * controller made.
 */
const nestedApp: Readonly<Record<string, string>> = {
  NestedAppOperatingContext: `export class NestedAppOperatingContext {
  constructor(configuration) { this.configuration = configuration; }
  async initialize(correlationId) {
    const [{ NestedAppOperatingContext: Context }, { NestedAppAuthController: Controller }] = await Promise.all([
      import("./NestedAppOperatingContext.mjs?whole"),
      import("../controllers/NestedAppAuthController.mjs?whole"),
    ]);
    this.whole = new Context(this.configuration);
    this.makeController = () => new Controller(this.whole);
    return this.whole.initialize(correlationId);
  }
  isAvailable() { return this.whole.isAvailable(); }
}`,
  NestedAppAuthController: `export class NestedAppAuthController {
  constructor(context) { return context.makeController(); }
}`,
};

/** The query makes it another module than the one whose place this takes. */
function laterClient(name: string): string {
  return `import { laterClient } from "/src/auth/laterClients.ts";
export const ${name} = laterClient(
  async () => (await import("./${name}.mjs?whole")).${name},
  "${name === "PopupClient" ? "popup" : "always"}",
);`;
}
