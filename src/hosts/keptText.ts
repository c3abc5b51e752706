import type { AppHost } from "../app/appHost.ts";

type KeptText = ReturnType<AppHost["keptText"]>;

const prefix = "vpp-revocation-monitor.";
const known = new Map<string, KeptText>();

/** In this browser's storage; where that is blocked nothing is kept, and nothing throws. */
export function keptText(name: string): KeptText {
  const kept = known.get(name) ?? storedAt(prefix + name);
  known.set(name, kept);
  return kept;
}

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
