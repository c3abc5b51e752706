import { createContext, useCallback, useContext } from "react";

/** A browser may read a file that it saves some time after it was told to. */
const savingMs = 60_000;

const MountEndContext = createContext<AbortSignal | null>(null);

/** Tells that everything is taken out of a page that is someone else's, where nothing may be left. */
export const MountEndProvider = MountEndContext.Provider;

type SaveFile = (document: Document, name: string, parts: readonly string[], type: string) => void;

/** Has the browser of a document save a file, wherever it saves what is downloaded. `type`: a MIME type. */
export function useSaveFile(): SaveFile {
  const mountEnd = useContext(MountEndContext);
  return useCallback((...file) => saveFile(mountEnd, ...file), [mountEnd]);
}

function saveFile(mountEnd: AbortSignal | null, ...[document, name, parts, type]: Parameters<SaveFile>) {
  if (mountEnd?.aborted) return;
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  const letGo = () => {
    clearTimeout(timer);
    mountEnd?.removeEventListener("abort", letGo);
    URL.revokeObjectURL(url);
  };
  const timer = setTimeout(letGo, savingMs);
  mountEnd?.addEventListener("abort", letGo);
}
