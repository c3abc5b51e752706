import type { AppHost } from "../app/appHost.ts";

type KeptText = ReturnType<AppHost["keptText"]>;

/** In this browser's storage, each name after `prefix`; where that is blocked nothing is kept, and nothing throws. */
export function storedTexts(prefix: string): AppHost["keptText"] {
  const known = new Map<string, KeptText>();
  return (name) => {
    const kept = known.get(name) ?? storedAt(prefix + name);
    known.set(name, kept);
    return kept;
  };
}

export const keptText = storedTexts("vpp-revocation-monitor.");

function storedAt(key: string): KeptText {
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        if (text === "") localStorage.removeItem(key);
        else localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    subscribe(listener) {
      const onStorage = (event: StorageEvent) => event.key === key && listener();
      window.addEventListener("storage", onStorage);
      return () => window.removeEventListener("storage", onStorage);
    },
  };
}
