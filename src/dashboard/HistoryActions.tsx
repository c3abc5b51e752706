import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useText } from "../i18n/useText.ts";
import { useClock } from "../monitor/clock.tsx";
import type { History } from "../monitor/history/history.ts";
import { useSaveFile } from "../ui/useSaveFile.ts";
import { HistoryOutcome } from "./HistoryOutcome.tsx";
import { Question } from "./Question.tsx";
import { useHistoryWork } from "./useHistoryWork.ts";

interface HistoryActionsProps {
  readonly history: History;
}

/** Export, import and erase; one at a time, each with its result in words. */
export function HistoryActions({ history }: HistoryActionsProps) {
  const styles = useStyles();
  const text = useText();
  const clock = useClock();
  const saveFile = useSaveFile();
  const picker = useRef<HTMLInputElement>(null);
  const [importButton, setImportButton] = useState<HTMLButtonElement | null>(null);
  const [eraseButton, setEraseButton] = useState<HTMLButtonElement | null>(null);
  const { work, ask, exportHistory, importFile, erase } = useHistoryWork(history);
  const isBusy = work.kind === "busy";
  const save = (document: Document) =>
    exportHistory((lines) => {
      const name = `vpp-revocation-history-${dayText(clock())}.jsonl`;
      saveFile(document, name, lines, "application/x-ndjson");
      return name;
    });
  return (
    <>
      <div className={styles.actions}>
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={(event) => void save(event.currentTarget.ownerDocument)}
        >
          {text("history.export")}
        </Button>
        <Button
          ref={setImportButton}
          size="small"
          disabledFocusable={isBusy}
          onClick={() => picker.current?.click()}
        >
          {text("history.import")}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".jsonl,.ndjson,.json,.txt"
          aria-label={text("history.importFile")}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // So that the same file can be chosen again.
            currentTarget.value = "";
            if (file) void importFile(file);
          }}
        />
        <Button
          ref={setEraseButton}
          size="small"
          disabledFocusable={isBusy}
          onClick={() => ask({ kind: "eraseAsked" })}
        >
          {text("history.erase")}
        </Button>
      </div>
      {work.kind === "eraseAsked" && (
        <Question
          question={text("history.eraseQuestion")}
          confirm={text("history.eraseConfirm")}
          askedFrom={eraseButton}
          onConfirm={() => void erase()}
          onCancel={() => ask({ kind: "idle" })}
        />
      )}
      {work.kind === "importAsked" && (
        <Question
          question={text(`history.refused.${work.refusal}`)}
          confirm={text("history.importAnyway")}
          askedFrom={importButton}
          onConfirm={() => void importFile(work.file, true)}
          onCancel={() => ask({ kind: "idle" })}
        />
      )}
      <div role="status" className={styles.outcome}>
        <HistoryOutcome work={work} />
      </div>
    </>
  );
}

/** The calendar day where the person is, in digits that sort. */
function dayText(now: number): string {
  const date = new Date(now);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  outcome: { display: "grid", rowGap: tokens.spacingVerticalXS, "& p, & ul": { margin: 0 } },
});
