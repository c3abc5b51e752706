import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { DismissCircleRegular } from "@fluentui/react-icons/svg/dismiss-circle";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { memo, useId, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { type Attention, createAttention } from "../../domain/attention.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { TokenConcern } from "../../domain/tokenHealth.ts";
import type { VppToken } from "../../domain/vppToken.ts";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { useNow } from "../../monitor/clock.tsx";
import { BidiText } from "../../ui/BidiText.tsx";
import { useTimeText } from "../../ui/timeText.ts";
import { OutwardLink } from "../details/HelpLinks.tsx";
import { Meaning } from "../glossary/Meaning.tsx";
import { reasonText } from "../reasonText.ts";
import { useRowMarks } from "../rowMarks.tsx";
import { tokenName } from "../tokenName.ts";
import type { Holding } from "../useHold.ts";

interface AttentionListProps {
  readonly vppTokens: readonly VppToken[];
  readonly onOpen: (revocation: Revocation) => void;
  /** Where this cloud's Intune admin centre lives, e.g. https://intune.microsoft.com */
  readonly adminCenterUrl: string;
  /** A person is at work here or below: nothing may grow, shrink or change its place. */
  readonly isHeld: boolean;
  /** Notices that a person is at work here. */
  readonly holding: Holding;
}

const fewShown = 3;
/** More would not be read; the list of revocations has them all. */
const mostShown = 50;

/** What a person should look at first, each with the one thing to do next; nothing when there is nothing. */
export function AttentionList({ vppTokens, isHeld, ...props }: AttentionListProps) {
  const { items, unchangedMinutes } = useAttention(vppTokens, isHeld);
  return <ShownAttention {...props} {...{ items, unchangedMinutes }} />;
}

interface ShownAttentionProps extends Pick<AttentionListProps, "onOpen" | "adminCenterUrl" | "holding"> {
  readonly items: readonly Attention[];
  readonly unchangedMinutes: number;
}

const ShownAttention = memo(function ShownAttention(props: ShownAttentionProps) {
  const { items, unchangedMinutes, onOpen, adminCenterUrl, holding } = props;
  const styles = useStyles();
  const text = useText();
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section className={styles.root} aria-labelledby={id} {...holding}>
      <div className={styles.head}>
        <span className={styles.titleAndMeaning}>
          <h3 id={id} className={styles.title}>
            {text("finding.attention.title")}
          </h3>
          <Meaning id="basics-attention" />
        </span>
        {items.length > 1 && (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={isWhole}
            className={mergeClasses(items.length <= fewShown && styles.onlyInNarrow)}
            onClick={() => setWhole(!isWhole)}
          >
            {text(isWhole ? "finding.attention.fewer" : "finding.attention.all", { count: items.length })}
          </Button>
        )}
      </div>
      <ul className={mergeClasses(styles.list, isWhole ? styles.whole : styles.few)}>
        {items.slice(0, isWhole ? mostShown : fewShown).map((item) => (
          <AttentionItem
            key={item.vppToken.id}
            item={item}
            unchangedMinutes={unchangedMinutes}
            onOpen={onOpen}
            adminCenterUrl={adminCenterUrl}
          />
        ))}
      </ul>
      {isWhole && items.length > mostShown && (
        <p className={styles.more}>{text("finding.attention.more", { count: items.length - mostShown })}</p>
      )}
    </section>
  );
});

function useAttention(vppTokens: readonly VppToken[], isHeld: boolean) {
  const now = useNow(60_000);
  const { marksOf, unchangedMinutes } = useRowMarks();
  const attentionIn = useMemo(() => {
    const isUnchanged = (revocation: Revocation) => marksOf(revocation, now).includes("unchanged");
    return createAttention({ now, isUnchanged });
  }, [now, marksOf]);
  const latest = useMemo(() => attentionIn(vppTokens), [attentionIn, vppTokens]);
  const [shown, setShown] = useState(latest);
  if (shown !== latest && !isHeld) setShown(latest);
  return { items: isHeld ? shown : latest, unchangedMinutes };
}

interface AttentionItemProps extends Pick<AttentionListProps, "onOpen" | "adminCenterUrl"> {
  readonly item: Attention;
  readonly unchangedMinutes: number;
}

const icons = {
  failed: DismissCircleRegular,
  doneWithFailures: WarningRegular,
  unchanged: ClockRegular,
  token: KeyRegular,
} as const satisfies Record<Attention["kind"], FluentIcon>;

const AttentionItem = memo(function AttentionItem(props: AttentionItemProps) {
  const { item, unchangedMinutes, onOpen, adminCenterUrl } = props;
  const styles = useStyles();
  const text = useText();
  const intl = useIntl();
  const { span } = useTimeText();
  const Icon = icons[item.kind];
  const name = tokenName(item.vppToken);
  const problem =
    item.kind === "token"
      ? concernText(item.concern, text, (at) => intl.formatDate(at, { day: "numeric", month: "short" }))
      : item.kind === "unchanged"
        ? text("history.mark.unchanged", { time: span(unchangedMinutes * 60_000) })
        : failureText(item.revocation, text);
  return (
    <li className={styles.item}>
      <Icon aria-hidden className={mergeClasses(styles.icon, styles[item.kind])} />
      {item.kind === "token" ? (
        <BidiText text={name} className={styles.name} />
      ) : (
        <button
          type="button"
          className={mergeClasses(styles.name, styles.opening)}
          onClick={() => onOpen(item.revocation)}
        >
          <BidiText text={name} />
        </button>
      )}
      <BidiText text={problem} overflow="wrap" className={styles.problem} />
      <span className={styles.step}>
        {stepText(item, text)}
        {item.kind === "token" && (
          <>
            {" "}
            <OutwardLink link="intuneVppTokens" adminCenterUrl={adminCenterUrl} />{" "}
            <span className={styles.path}>{text("details.link.intunePath")}</span>
          </>
        )}
      </span>
    </li>
  );
});

function failureText(revocation: Revocation, text: FormatText): string {
  const state = text(revocation.outcome === "failed" ? "state.failed" : "state.doneWithFailures");
  const reason = reasonText(revocation, text);
  return reason === null ? state : `${state} · ${reason}`;
}

function stepText(item: Attention, text: FormatText): string {
  if (item.kind === "unchanged") return text("finding.next.wait");
  return item.kind === "token"
    ? text(`finding.next.${concernSteps[concernKey(item.concern)]}`)
    : text(`finding.step.${item.step}`);
}

type ConcernKey = Exclude<TokenConcern["kind"], "state"> | Extract<TokenConcern, { kind: "state" }>["state"];

function concernKey(concern: TokenConcern): ConcernKey {
  return concern.kind === "state" ? concern.state : concern.kind;
}

const concernSteps = {
  expired: "renew",
  expiresSoon: "renew",
  invalid: "account",
  assignedToExternalMDM: "release",
  duplicateLocationId: "duplicate",
  unknown: "sync",
  unrecognizedState: "look",
  syncFailed: "sync",
  notSynced: "sync",
} as const satisfies Record<ConcernKey, string>;

function concernText(concern: TokenConcern, text: FormatText, dateOf: (at: number) => string): string {
  const date =
    "expiresAtMs" in concern
      ? dateOf(concern.expiresAtMs)
      : "lastSyncAtMs" in concern
        ? dateOf(concern.lastSyncAtMs)
        : "";
  const raw = concern.kind === "unrecognizedState" ? concern.raw : "";
  return text(
    `finding.concern.${concern.kind === "state" && concern.state === "expired" ? "stateExpired" : concernKey(concern)}`,
    { date, raw },
  );
}

const narrow = "@media (max-width: 767px)";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: "28px" },
  titleAndMeaning: { display: "inline-flex", alignItems: "center" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  onlyInNarrow: {
    ":not(:focus)": { display: "none" },
    [narrow]: { ":not(:focus)": { display: "inline-flex" } },
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  /** A window that is narrow, or zoomed in, has room for one. */
  few: { [narrow]: { "& > li:not(:first-child):not(:focus-within)": { display: "none" } } },
  whole: { maxHeight: "40vh", overflowY: "auto" },
  item: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1.1fr) minmax(0, 1.4fr) minmax(0, 2fr)",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "baseline",
    paddingBlock: tokens.spacingVerticalXXS,
    [narrow]: { gridTemplateColumns: "16px minmax(0, 1fr)" },
  },
  icon: { alignSelf: "start", marginTop: "2px", fontSize: "16px" },
  failed: { color: tokens.colorPaletteRedForeground1 },
  doneWithFailures: { color: tokens.colorStatusWarningForeground3 },
  unchanged: { color: tokens.colorStatusWarningForeground3 },
  token: { color: tokens.colorNeutralForeground2 },
  name: { justifySelf: "start", minWidth: 0, maxWidth: "100%", fontWeight: tokens.fontWeightSemibold },
  opening: {
    padding: 0,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  problem: { color: tokens.colorNeutralForeground2, [narrow]: { gridColumn: 2 } },
  step: { [narrow]: { gridColumn: 2 } },
  path: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});
