import { makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { useText } from "../i18n/useText.ts";
import type { History } from "../monitor/history/history.ts";
import type { StorageTrouble } from "../monitor/history/storageProblem.ts";
import { useHistoryState } from "../monitor/useWatchMemory.ts";
import type { WatchMemory } from "../monitor/watchMemory.ts";
import { PanelButton } from "../ui/PanelButton.tsx";
import { HistoryActions } from "./HistoryActions.tsx";

interface HistoryToolProps {
  /** `null`: not open yet. */
  readonly memory: WatchMemory | null;
  /** Its code could not be loaded. */
  readonly isMissing: boolean;
}

/** The button already says so where a person expects it to be stored and it is not. */
export function HistoryTool({ memory, isMissing }: HistoryToolProps) {
  const text = useText();
  const storage = useHistoryState(memory)?.storage;
  const isUnstored = memory === null || (storage?.kind === "memory" && !intended.has(storage.because));
  if (memory === null && !isMissing) return null;
  return (
    <PanelButton label={text(isUnstored ? "history.unstored" : "status.history")}>
      {memory === null ? <UnloadedHistory /> : <HistoryPanel history={memory.history} />}
    </PanelButton>
  );
}

const intended: ReadonlySet<StorageTrouble> = new Set(["turnedOff", "unknownAccount"]);

function UnloadedHistory() {
  const styles = useStyles();
  const text = useText();
  return <p className={styles.alone}>{text("history.where.unloaded")}</p>;
}

/** Where the history is kept, and what a person can do with it. */
export function HistoryPanel({ history }: { readonly history: History }) {
  const styles = useStyles();
  const text = useText();
  const { storage } = useSyncExternalStore(history.subscribe, history.getState);
  return (
    <section className={styles.root} aria-label={text("status.history")}>
      <p className={styles.where}>
        {storage.kind === "persistent"
          ? text("history.where.persistent", { days: history.days })
          : text("history.where.memory", { reason: text(`history.because.${storage.because}`) })}
      </p>
      <HistoryActions history={history} />
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    justifyItems: "start",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
    maxWidth: "72ch",
  },
  where: { margin: 0 },
  alone: { margin: `${tokens.spacingVerticalS} 0`, maxWidth: "72ch" },
});
