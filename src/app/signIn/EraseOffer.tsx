import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { SignedInAccount } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { findStoredHistory, type StoredHistory } from "../../monitor/history/storedHistory.ts";

interface EraseOfferProps {
  /** Whose account was signed out. */
  readonly account: SignedInAccount;
}

type Stage = "nothing" | "kept" | "erasing" | "erased" | "eraseFailed";

/** Helpdesks share computers: what was seen with an account stays unless somebody chooses otherwise. */
export function EraseOffer({ account }: EraseOfferProps) {
  const text = useText();
  const styles = useStyles();
  const { stage, isDone, erase } = useStoredHistory(account);
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
          <p className={styles.paragraph}>{text("signIn.erase.offer", { account: account.username })}</p>
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

function useStoredHistory({ tenantId: tenantKey, id: accountKey }: SignedInAccount) {
  const [stage, setStage] = useState<Stage>("nothing");
  const [isDone, setDone] = useState(false);
  const found = useRef<StoredHistory | null>(null);
  useEffect(() => {
    let isWanted = true;
    const stored = findStoredHistory({ tenantKey, accountKey }, () => setStage(afterErasing));
    found.current = stored;
    void stored.exists().then((isKept) => isWanted && isKept && setStage("kept"));
    return () => {
      isWanted = false;
      stored.close();
    };
  }, [tenantKey, accountKey]);
  return {
    stage,
    /** Here, not in another page. */
    isDone,
    async erase() {
      setStage("erasing");
      setStage((await found.current?.erase()) ? "erased" : "eraseFailed");
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
  paragraph: { margin: 0, overflowWrap: "anywhere", outlineStyle: "none", ":empty": { display: "none" } },
});
