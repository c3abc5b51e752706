import { useState } from "react";
import { useSaveFile } from "../../ui/useSaveFile.ts";

/** What was last exported, or is under way. */
export type ExportWork =
  | { readonly kind: "idle" }
  | { readonly kind: "busy"; readonly done: number }
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "failed" };

interface ExportedFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly parts: (onProgress: (done: number) => void) => Promise<readonly string[]>;
}

/** Drawing the progress may not take longer than the work. */
const shownStep = 1_000;

/** One file at a time. */
export function useExportWork() {
  const saveFile = useSaveFile();
  const [work, setWork] = useState<ExportWork>({ kind: "idle" });

  async function save(document: Document, { name, type, parts }: ExportedFile): Promise<void> {
    setWork({ kind: "busy", done: 0 });
    const onProgress = (done: number) => {
      if (done % shownStep === 0) setWork({ kind: "busy", done });
    };
    try {
      saveFile(document, name, await parts(onProgress), type);
      setWork({ kind: "saved", name });
    } catch {
      setWork({ kind: "failed" });
    }
  }

  return { work, save };
}
