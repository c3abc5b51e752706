import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type RefObject, useRef } from "react";
import { type IntlShape, useIntl } from "react-intl";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { type Live, useFollowed } from "../../ui/live.ts";
import type { RowGroups } from "../rowGroups.ts";
import { tokenName } from "../tokenName.ts";
import { noFilter } from "../useListedRows.ts";
import type { PatchView } from "../useViewPatch.ts";
import type { ViewState } from "../viewState.ts";
import { causeText, outcomeText, tokenStateKindText } from "./facetWords.ts";
import { isRelative, relativeSpan, startedRange } from "./startedRange.ts";

interface FilterChipsProps {
  readonly view: ViewState;
  readonly patchView: PatchView;
  readonly groups: Live<RowGroups>;
  readonly foundCount: number;
  readonly totalCount: number;
  /** Takes the focus when the last chip has gone. */
  readonly fallback: RefObject<HTMLElement | null>;
}

/** More would push the table away. */
const mostShown = 12;

/** Each filter in use with what takes it away; nothing when nothing is filtered. */
export function FilterChips(props: FilterChipsProps) {
  const { view, patchView, groups, foundCount, totalCount, fallback } = props;
  const styles = useStyles();
  const text = useText();
  const intl = useIntl();
  const list = useRef<HTMLUListElement>(null);
  const chips = chipsOf(view, useFollowed(groups), text, intl);
  if (chips.length === 0) return null;
  const remove = ({ patch }: Chip, index: number) => {
    // The chip goes; what comes next in its place, or before it, has the focus.
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    (buttons[index + 1] ?? buttons[index - 1] ?? fallback.current)?.focus();
    patchView(patch);
  };
  const clear = () => {
    fallback.current?.focus();
    patchView(noFilter);
  };
  return (
    <div className={styles.root}>
      <ul ref={list} className={styles.list} aria-label={text("finding.chips")}>
        {chips.slice(0, mostShown).map((chip, index) => (
          <li key={chip.key} className={styles.item}>
            <button
              type="button"
              className={styles.chip}
              aria-label={text("finding.remove", { filter: chip.label })}
              onClick={() => remove(chip, index)}
            >
              <BidiText text={chip.label} />
              <DismissRegular aria-hidden className={styles.icon} />
            </button>
          </li>
        ))}
      </ul>
      {chips.length > mostShown && text("finding.moreChips", { count: chips.length - mostShown })}
      <Button size="small" appearance="subtle" onClick={clear}>
        {text("finding.clear")}
      </Button>
      <span className={styles.count}>{text("finding.shown", { count: foundCount, total: totalCount })}</span>
    </div>
  );
}

interface Chip {
  readonly key: string;
  readonly label: string;
  /** What takes it away. */
  readonly patch: Partial<ViewState>;
}

/** The search has its own field, which shows it already. */
function chipsOf(view: ViewState, groups: RowGroups, text: FormatText, intl: IntlShape): readonly Chip[] {
  const { outcomes, reasons, tokens, tokenStates } = view;
  const names = namesOf(groups, tokens);
  return [
    ...outcomes.map((outcome) => ({
      key: `outcome ${outcome}`,
      label: text("finding.chip.outcomes", { value: outcomeText(outcome, text) }),
      patch: { outcomes: outcomes.filter((other) => other !== outcome) },
    })),
    ...reasons.map((cause) => ({
      key: `reason ${cause}`,
      label: text("finding.chip.reasons", { value: causeText(cause, text) }),
      patch: { reasons: reasons.filter((other) => other !== cause) },
    })),
    ...tokens.map((id) => ({
      key: `token ${id}`,
      label: text("finding.chip.tokens", { value: names.get(id) ?? id }),
      patch: { tokens: tokens.filter((other) => other !== id) },
    })),
    ...tokenStates.map((kind) => ({
      key: `tokenState ${kind}`,
      label: text("finding.chip.tokenStates", { value: tokenStateKindText(kind, text) }),
      patch: { tokenStates: tokenStates.filter((other) => other !== kind) },
    })),
    ...(view.from === null
      ? []
      : [{ key: "from", label: fromText(view.from, text, intl), patch: { from: null } }]),
    ...(view.to === null ? [] : [{ key: "to", label: toText(view.to, text, intl), patch: { to: null } }]),
  ];
}

function namesOf(groups: RowGroups, ids: readonly string[]): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map();
  const wanted = new Set(ids);
  return new Map(
    groups.flatMap(([first]) =>
      first && wanted.has(first.vppToken.id) ? [[first.vppToken.id, tokenName(first.vppToken)]] : [],
    ),
  );
}

function fromText(from: string, text: FormatText, intl: IntlShape): string {
  if (isRelative(from)) return text("finding.chip.fromLast", relativeSpan(from));
  const ms = startedRange({ from, to: null }, 0)?.fromMs ?? 0;
  return text("finding.chip.from", { value: momentText(ms, isMidnight(ms), intl) });
}

/** A day that is over at midnight is named itself. */
function toText(to: string, text: FormatText, intl: IntlShape): string {
  if (isRelative(to)) return text("finding.chip.toLast", relativeSpan(to));
  const ms = startedRange({ from: null, to }, 0)?.toMs ?? 0;
  const isWholeDay = isMidnight(ms);
  return text("finding.chip.to", { value: momentText(isWholeDay ? ms - 1 : ms, isWholeDay, intl) });
}

function momentText(ms: number, isWholeDay: boolean, intl: IntlShape): string {
  return intl.formatDate(
    ms,
    isWholeDay ? { dateStyle: "medium" } : { dateStyle: "medium", timeStyle: "short" },
  );
}

function isMidnight(ms: number): boolean {
  return new Date(ms).getHours() === 0 && new Date(ms).getMinutes() === 0;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    minWidth: 0,
  },
  item: { minWidth: 0, maxWidth: "100%" },
  chip: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    maxWidth: "min(320px, 100%)",
    minHeight: "28px",
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ":hover > *": { color: "inherit" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  icon: { flexShrink: 0, fontSize: "14px" },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});
