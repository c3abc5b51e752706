const brokerModule =
  /@azure[\\/]msal-browser[\\/]dist[\\/].*[\\/](PlatformAuth(?:InteractionClient|ExtensionHandler|DOMHandler))\.mjs$/;
const brokerModules = 3;

/**
 * Vite plugin: leaves MSAL's platform broker (sign-in through a native app on the device) out of the build. It is
 * switched off by `system.allowPlatformBroker`, but MSAL imports it always: a seventh of its bytes, before the first row.
 * A release of MSAL that arranges it otherwise fails the build instead of slipping through.
 */
export function withoutPlatformBroker() {
  const left = new Set<string>();
  return {
    name: "without-platform-broker",
    apply: "build" as const,
    load(id: string) {
      const [, name] = brokerModule.exec(id) ?? [];
      if (name === undefined) return null;
      left.add(name);
      return { code: standIn(name), map: null };
    },
    buildEnd(this: { error(message: string): never; getModuleIds(): Iterable<string> }) {
      const hasMsal = [...this.getModuleIds()].some((id) => id.includes("StandardController.mjs"));
      if (hasMsal && left.size !== brokerModules)
        this.error("MSAL's platform broker is no longer where it was");
    },
  };
}

function standIn(name: string): string {
  const fail = `throw new Error("${name} is not part of this build: allowPlatformBroker is off")`;
  return `export class ${name} { constructor() { ${fail}; } static createProvider() { ${fail}; } }`;
}
