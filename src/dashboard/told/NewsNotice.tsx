import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/svg/alert";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type FocusEvent, type KeyboardEvent, type RefObject, useId, useRef } from "react";
import type { Burst } from "../../domain/burst.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { RevocationEvent } from "../../domain/revocationEvents.ts";
import { useNow } from "../../monitor/clock.tsx";
import { BidiText } from "../../ui/BidiText.tsx";
import { useTimeText } from "../../ui/timeText.ts";
import { tokenName } from "../tokenName.ts";
import { lateText, type NewsWords, newsTitle } from "./newsText.ts";
import { useNoticeRoom } from "./useNoticeRoom.ts";

interface NewsNoticeProps {
  readonly news: Burst;
  readonly words: NewsWords;
  /** Leaves room below for the notice. */
  readonly page: RefObject<HTMLElement | null>;
  readonly onOpen: (revocation: Revocation) => void;
  readonly onDismiss: () => void;
}

const shownEvents = 4;

/**
 * What happened since it was last dismissed, for as long as nobody dismisses it. It takes no focus and moves nothing;
 * the status line speaks of it.
 */
export function NewsNotice({ news, words, page, onOpen, onDismiss }: NewsNoticeProps) {
  const styles = useStyles();
  const { text } = words;
  const id = useId();
  const root = useRef<HTMLElement>(null);
  useNoticeRoom(page, root);
  const cameFrom = useRef<EventTarget | null>(null);
  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget as Node | null)) cameFrom.current = relatedTarget;
  };
  const dismiss = () => {
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    onDismiss();
  };
  const dismissOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    dismiss();
  };
  const shown = news.events.slice(0, shownEvents);
  return (
    <section
      ref={root}
      aria-labelledby={id}
      className={styles.root}
      onFocus={onFocus}
      onKeyDown={dismissOnEscape}
    >
      <AlertRegular aria-hidden className={styles.icon} />
      <h3 id={id} className={styles.title}>
        {newsTitle(news, words)}
      </h3>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={text("told.dismiss")}
        title={text("told.dismiss")}
        onClick={dismiss}
      />
      <ul className={styles.list}>
        {shown.map((event) => (
          <EventLine
            key={event.revocation.key}
            event={event}
            isOnly={news.size === 1}
            words={words}
            onOpen={onOpen}
          />
        ))}
        {news.size > shown.length && (
          <li className={styles.second}>{text("told.more", { count: news.size - shown.length })}</li>
        )}
      </ul>
    </section>
  );
}

interface EventLineProps extends Pick<NewsNoticeProps, "words" | "onOpen"> {
  readonly event: RevocationEvent;
  /** The title says already what happened to it. */
  readonly isOnly: boolean;
}

function EventLine({ event, isOnly, words, onOpen }: EventLineProps) {
  const styles = useStyles();
  const { relative } = useTimeText();
  const now = useNow(15_000);
  const { kind, revocation, happenedAt } = event;
  const when = lateText(event, now, words) === null ? null : relative(happenedAt, now);
  // That standing still may be normal is in no title.
  const what = isOnly && kind !== "unchanged" ? null : words.text(`told.kind.${kind}`);
  return (
    <li>
      <button type="button" className={styles.name} onClick={() => onOpen(revocation)}>
        <BidiText text={tokenName(revocation.vppToken)} />
      </button>
      <span className={styles.second}>{[what, when].filter(Boolean).join(" · ")}</span>
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    position: "fixed",
    zIndex: 3,
    insetBlockEnd: tokens.spacingVerticalL,
    insetInlineEnd: tokens.spacingHorizontalL,
    boxSizing: "border-box",
    width: "min(380px, calc(100vw - 24px))",
    maxHeight: "40vh",
    overflowY: "auto",
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media (max-width: 599px)": { insetInlineEnd: "12px", insetBlockEnd: "12px", maxHeight: "30vh" },
    "@media print": { display: "none" },
  },
  icon: { fontSize: "20px", marginBlockStart: "2px", color: tokens.colorBrandForeground1 },
  title: {
    margin: 0,
    paddingBlock: "2px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    gridColumn: "2 / -1",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    listStyleType: "none",
  },
  name: {
    display: "block",
    maxWidth: "100%",
    minHeight: "24px",
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    color: tokens.colorBrandForegroundLink,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline", color: tokens.colorBrandForegroundLinkHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  second: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
