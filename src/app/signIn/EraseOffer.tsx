import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { SignedInAccount } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { findStoredHistory, type StoredHistory } from "../../monitor/history/storedHistory.ts";
import type { AppHost } from "../appHost.ts";
import { keptViewsOf } from "../keptViews.ts";

/** What keeps something between visits. */
export type KeepingHost = Pick<AppHost, "pageUrl" | "keptText" | "preferences" | "savePreferences">;

interface EraseOfferProps {
  /** Whose account was signed out. */
  readonly account: SignedInAccount;
  readonly host: KeepingHost;
}

type Stage = "nothing" | "kept" | "erasing" | "erased" | "eraseFailed";

const parts = ["history", "views", "settings"] as const;
type Part = (typeof parts)[number];

/** Helpdesks share computers: what was kept for an account stays unless somebody chooses otherwise. */
export function EraseOffer({ account, host }: EraseOfferProps) {
  const text = useText();
  const styles = useStyles();
  const { stage, kept, isDone, erase } = useKept(account, host);
  const outcome = useRef<HTMLParagraphElement>(null);
  // The button goes with the offer; whoever pressed it is led to what came of it.
  useEffect(() => {
    if (isDone) outcome.current?.focus();
  }, [isDone]);
  if (stage === "nothing") return null;
  const isOffered = stage === "kept" || stage === "erasing";
  return (
    <section className={styles.root} aria-label={text("signIn.erase.title")}>
      {isOffered && (
        <>
          <div>
            <p className={styles.paragraph}>{text("signIn.erase.offer", { account: account.username })}</p>
            <ul className={styles.list}>
              {kept.map((part) => (
                <li key={part}>{text(`signIn.erase.${part}`)}</li>
              ))}
            </ul>
            <p className={styles.paragraph}>{text("signIn.erase.why")}</p>
          </div>
          <div>
            <Button disabledFocusable={stage === "erasing"} onClick={() => void erase()}>
              {text("signIn.erase.action")}
            </Button>
          </div>
        </>
      )}
      <p ref={outcome} role="status" tabIndex={-1} className={styles.paragraph}>
        {!isOffered && text(stage === "erased" ? "signIn.erase.erased" : "history.eraseFailed")}
      </p>
    </section>
  );
}

function useKept(account: SignedInAccount, host: KeepingHost) {
  const { tenantId: tenantKey, id: accountKey } = account;
  const [stage, setStage] = useState<Stage>("nothing");
  const [hasHistory, setHasHistory] = useState(false);
  const [isDone, setDone] = useState(false);
  const found = useRef<StoredHistory | null>(null);
  const views = keptViewsOf(host, account);
  const isKept: Readonly<Record<Part, boolean>> = {
    history: hasHistory,
    views: views.read() !== null,
    settings: (host.preferences.personal ?? null) !== null,
  };
  useEffect(() => {
    let isWanted = true;
    const stored = findStoredHistory({ tenantKey, accountKey }, () => setStage(afterErasing));
    found.current = stored;
    void stored.exists().then((exists) => {
      if (!isWanted) return;
      setHasHistory(exists);
      setStage("kept");
    });
    return () => {
      isWanted = false;
      stored.close();
    };
  }, [tenantKey, accountKey]);
  const kept = parts.filter((part) => isKept[part]);
  return {
    stage: stage === "kept" && kept.length === 0 ? "nothing" : stage,
    kept,
    /** Here, not in another page. */
    isDone,
    async erase() {
      setStage("erasing");
      views.write("");
      host.savePreferences({ ...host.preferences, personal: undefined });
      const isErased = !hasHistory || (await found.current?.erase());
      setStage(isErased ? "erased" : "eraseFailed");
      setDone(true);
    },
  };
}

/** By another page: where nothing was offered, nothing is said. */
function afterErasing(stage: Stage): Stage {
  return stage === "nothing" ? stage : "erased";
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalM,
  },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: tokens.spacingHorizontalXL },
  paragraph: { margin: 0, overflowWrap: "anywhere", outlineStyle: "none", ":empty": { display: "none" } },
});
