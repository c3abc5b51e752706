import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useText } from "../i18n/useText.ts";
import { useNow } from "../monitor/clock.tsx";
import type { History } from "../monitor/history/history.ts";
import { PanelButton } from "../ui/PanelButton.tsx";
import { useTimeText } from "../ui/timeText.ts";

export interface NewsChoice {
  /** How many revocations have something new since somebody last looked. */
  readonly count: number;
  /** Whether only those are listed. */
  readonly isAlone: boolean;
  readonly showAlone: (isAlone: boolean) => void;
}

interface NewsPanelProps {
  readonly history: History;
  readonly news: NewsChoice;
}

/** What happened while nobody was here, and what to do with it. Quiet: nothing where nothing did. */
export function NewsPanel({ history, news }: NewsPanelProps) {
  const styles = useStyles();
  const text = useText();
  const root = useRef<HTMLSpanElement>(null);
  const [hasSeenAll, setSeenAll] = useState(false);
  useLooking(root, history);
  const { count, isAlone, showAlone } = news;
  const seeAll = () => {
    showAlone(false);
    setSeenAll(true);
    void history.seeAll();
  };
  return (
    <span ref={root} className={styles.inPlace}>
      {(count > 0 || isAlone || hasSeenAll) && (
        <PanelButton label={text("news.title", { count })}>
          <NewsActions history={history} news={news} onSeen={seeAll} />
        </PanelButton>
      )}
    </span>
  );
}

interface NewsActionsProps extends NewsPanelProps {
  readonly onSeen: () => void;
}

function NewsActions({ history, news: { count, isAlone, showAlone }, onSeen }: NewsActionsProps) {
  const styles = useStyles();
  const text = useText();
  const sentence = useRef<HTMLParagraphElement>(null);
  const since = history.getState().looking?.newsSince ?? null;
  const hasNews = count > 0 && since !== null;
  const press = () => {
    onSeen();
    // The button goes with the news.
    sentence.current?.focus();
  };
  return (
    <section className={styles.panel} aria-label={text("news.label")}>
      <p ref={sentence} tabIndex={-1} className={styles.sentence}>
        {hasNews ? <Since count={count} since={since} /> : text("news.none")}
      </p>
      {(hasNews || isAlone) && (
        <Button
          size="small"
          aria-pressed={isAlone}
          className={mergeClasses(isAlone && styles.pressed)}
          onClick={() => showAlone(!isAlone)}
        >
          {text("news.alone")}
        </Button>
      )}
      {hasNews && (
        <Button size="small" onClick={press}>
          {text("news.seen")}
        </Button>
      )}
    </section>
  );
}

function Since({ count, since }: { readonly count: number; readonly since: number }) {
  const text = useText();
  const { relative } = useTimeText();
  const now = useNow();
  return text("news.since", { count, ago: relative(since, Math.max(now, since)) });
}

const signs = ["pointermove", "pointerdown", "keydown", "wheel", "visibilitychange"] as const;

/** Opening the page is a sign of life, and so is everything that a person does there. */
function useLooking(root: RefObject<HTMLElement | null>, history: History): void {
  useEffect(() => {
    const page = root.current?.ownerDocument;
    if (page === undefined) return;
    const look = () => {
      if (page.visibilityState === "visible") void history.look();
    };
    look();
    for (const sign of signs) page.addEventListener(sign, look, { passive: true });
    return () => {
      for (const sign of signs) page.removeEventListener(sign, look);
    };
  }, [root, history]);
}

const useStyles = makeStyles({
  inPlace: { display: "contents" },
  panel: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  sentence: { margin: 0, outlineStyle: "none", fontVariantNumeric: "tabular-nums" },
  pressed: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
});
