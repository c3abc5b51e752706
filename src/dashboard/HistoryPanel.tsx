import { makeStyles, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { useText } from "../i18n/useText.ts";
import type { History } from "../monitor/history/history.ts";
import { HistoryActions } from "./HistoryActions.tsx";

interface HistoryPanelProps {
  readonly history: History;
}

/** Where the history is kept, and what a person can do with it. */
export function HistoryPanel({ history }: HistoryPanelProps) {
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
});
