import type { AppHost } from "../app/appHost.ts";

type KeptText = ReturnType<AppHost["keptText"]>;

/** Texts that last as long as the page, for somebody whom nobody has named. */
export function createForgetfulTexts(): AppHost["keptText"] {
  const known = new Map<string, KeptText>();
  return (name) => {
    const text = known.get(name) ?? forgetfulText();
    known.set(name, text);
    return text;
  };
}

function forgetfulText(): KeptText {
  let text: string | null = null;
  return {
    read: () => text,
    write: (next) => {
      text = next;
      return true;
    },
    subscribe: () => () => undefined,
  };
}
