import { useState } from "react";
import type { ImportRefusal } from "../monitor/history/collectImport.ts";
import type { History, ImportReport } from "../monitor/history/history.ts";

/** Refusals that a person may overrule. */
type AskedRefusal = Exclude<ImportRefusal, "newerVersion">;

/** What was last done with the history, or waits for an answer. */
export type HistoryWork =
  | { readonly kind: "idle" }
  | { readonly kind: "busy" }
  | { readonly kind: "exported"; readonly name: string }
  | { readonly kind: "exportFailed" }
  | { readonly kind: "imported"; readonly report: ImportReport }
  | { readonly kind: "importAsked"; readonly refusal: AskedRefusal; readonly file: File }
  | { readonly kind: "importRefused" }
  | { readonly kind: "importUnread" }
  | { readonly kind: "eraseAsked" }
  | { readonly kind: "erased" }
  | { readonly kind: "eraseFailed" };

export function useHistoryWork(history: History) {
  const [work, setWork] = useState<HistoryWork>({ kind: "idle" });

  async function carryOut(job: () => Promise<HistoryWork>, failed: HistoryWork): Promise<void> {
    setWork({ kind: "busy" });
    setWork(await job().catch(() => failed));
  }

  return {
    work,
    ask: setWork,
    /** `save` is given the lines and returns the name of the file. */
    exportHistory: (save: (lines: readonly string[]) => string) =>
      carryOut(
        async () => {
          const lines: string[] = [];
          for await (const line of history.exportLines()) lines.push(line);
          return { kind: "exported", name: save(lines) };
        },
        { kind: "exportFailed" },
      ),
    importFile: (file: File, isTenantConfirmed = false) =>
      carryOut(
        async () => {
          const report = await history.importLines([await file.text()], { isTenantConfirmed });
          return importWork(report, file);
        },
        { kind: "importUnread" },
      ),
    erase: () =>
      carryOut(async () => ({ kind: (await history.erase()) ? "erased" : "eraseFailed" }), {
        kind: "eraseFailed",
      }),
  };
}

function importWork(report: ImportReport, file: File): HistoryWork {
  const { refusal } = report;
  if (refusal === null) return { kind: "imported", report };
  return refusal === "newerVersion" ? { kind: "importRefused" } : { kind: "importAsked", refusal, file };
}
