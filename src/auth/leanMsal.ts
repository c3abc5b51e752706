const unusedModule =
  /@azure[\\/]msal-browser[\\/]dist[\\/].*[\\/](PlatformAuth(?:InteractionClient|ExtensionHandler|DOMHandler)|PopupClient|SilentAuthCodeClient|LocalStorage)\.mjs$/;
const unusedModules = 6;

/**
 * Vite plugin: leaves out of the build what a page that signs in by redirect never runs, but MSAL imports always: the
 * popup client, the platform broker (off by `system.allowPlatformBroker`), the cache in `localStorage` (the session's is
 * used) and codes that a server redeems. A release of MSAL that arranges it
 * otherwise fails the build instead of slipping through.
 */
export function leanMsal() {
  const left = new Set<string>();
  return {
    name: "lean-msal",
    apply: "build" as const,
    load(id: string) {
      const [, name] = unusedModule.exec(id) ?? [];
      if (name === undefined) return null;
      left.add(name);
      return { code: standIn(name), map: null };
    },
    buildEnd(this: { error(message: string): never; getModuleIds(): Iterable<string> }) {
      const hasMsal = [...this.getModuleIds()].some((id) => id.includes("StandardController.mjs"));
      if (hasMsal && left.size !== unusedModules)
        this.error("MSAL's unused modules are no longer where they were");
    },
  };
}

function standIn(name: string): string {
  const fail = `throw new Error("${name} is not part of this build")`;
  return `export class ${name} { constructor() { ${fail}; } static createProvider() { ${fail}; } }`;
}
