import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleHalfFillRegular } from "@fluentui/react-icons/svg/circle-half-fill";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { memo, useCallback } from "react";
import { useIntl } from "react-intl";
import { type OutcomeGroup, outcomeGroups, outcomesOf, type RevocationOutcome } from "../domain/outcome.ts";
import type { RevocationTotals } from "../domain/totals.ts";
import { useText } from "../i18n/useText.ts";
import { Highlight } from "../ui/Highlight.tsx";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { runningColors } from "../ui/runningColors.ts";
import { meaning } from "./glossary/termNames.ts";

const meanings = laterPart(async () => (await import("./glossary/Meanings.tsx")).Meanings);

const icons = {
  attention: WarningRegular,
  running: CircleHalfFillRegular,
  endedWell: CheckmarkCircleRegular,
  canceled: ProhibitedRegular,
  other: QuestionCircleRegular,
} as const satisfies Record<OutcomeGroup, FluentIcon>;

interface SummaryProps {
  /** `null` before a whole read: a part must not look like the whole. */
  readonly totals: RevocationTotals | null;
  readonly outcomes: readonly RevocationOutcome[];
  readonly onOutcomesChange: (outcomes: readonly RevocationOutcome[]) => void;
}

/** Revocations by what became of them, each a filter, and the sums over all of them. */
export const Summary = memo(function Summary({ totals, outcomes, onOutcomesChange }: SummaryProps) {
  const styles = useStyles();
  const text = useText();
  const press = useCallback(
    (group: OutcomeGroup) => onOutcomesChange(toggled(group, outcomes)),
    [outcomes, onOutcomesChange],
  );
  const isShown = (group: OutcomeGroup) =>
    group !== "other" || (totals?.byGroup.other ?? 0) > 0 || isChosen(group, outcomes);
  return (
    <div className={styles.summary}>
      <fieldset className={styles.tiles} aria-label={text("summary.label")}>
        {outcomeGroups.filter(isShown).map((group) => (
          <Tile
            key={group}
            group={group}
            count={totals?.byGroup[group] ?? null}
            isPressed={isChosen(group, outcomes)}
            onPress={press}
          />
        ))}
      </fieldset>
      {totals !== null && (
        <div className={styles.sumsAndMeanings}>
          <Sums totals={totals} />
          <Later
            part={meanings}
            props={{
              term: "glossary.section-group" as const,
              of: ["group", "number-sums", "number-leftOut"],
            }}
          />
        </div>
      )}
    </div>
  );
});

interface TileProps {
  readonly group: OutcomeGroup;
  readonly count: number | null;
  readonly isPressed: boolean;
  readonly onPress: (group: OutcomeGroup) => void;
}

const Tile = memo(function Tile({ group, count, isPressed, onPress }: TileProps) {
  const styles = useStyles();
  const text = useText();
  const intl = useIntl();
  const Icon = icons[group];
  const isQuiet = count === null || count === 0;
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      {...meaning([`group-${group}`])}
      className={mergeClasses(styles.tile, isPressed && styles.pressed)}
      onClick={() => onPress(group)}
    >
      <Icon aria-hidden className={mergeClasses(styles.icon, !isQuiet && styles[group])} />
      <span>{text(`summary.${group}`)}</span>
      {count === null ? (
        <span className={styles.pending} aria-hidden />
      ) : (
        <span className={mergeClasses(styles.count, isQuiet && styles.quiet)}>
          <Highlight value={count}>{intl.formatNumber(count)}</Highlight>
        </span>
      )}
    </button>
  );
});

function Sums({ totals: { attempts, failed, leftOut } }: { readonly totals: RevocationTotals }) {
  const styles = useStyles();
  const text = useText();
  return (
    <p className={styles.sums}>
      <span {...meaning(["number-sums"])}>{text("summary.attempts", { attempts, failed })}</span>
      {leftOut > 0 && (
        <span {...meaning(["number-leftOut"])}> {text("summary.leftOut", { count: leftOut })}</span>
      )}
    </p>
  );
}

function isChosen(group: OutcomeGroup, outcomes: readonly RevocationOutcome[]): boolean {
  return outcomesOf(group).every((outcome) => outcomes.includes(outcome));
}

function toggled(group: OutcomeGroup, outcomes: readonly RevocationOutcome[]): readonly RevocationOutcome[] {
  const own = outcomesOf(group);
  const others = outcomes.filter((outcome) => !own.includes(outcome));
  return isChosen(group, outcomes) ? others : [...others, ...own];
}

const narrow = "@media (max-width: 479px)";

const useStyles = makeStyles({
  summary: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  tiles: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    [narrow]: { display: "grid", gridTemplateColumns: "auto auto", width: "100%" },
  },
  tile: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    cursor: "pointer",
    [narrow]: {
      gap: tokens.spacingHorizontalXS,
      paddingInline: tokens.spacingHorizontalS,
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      textAlign: "start",
    },
    ":hover": { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    ":hover": { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-3px" },
  },
  icon: { fontSize: "18px", flexShrink: 0, color: tokens.colorNeutralForeground3 },
  attention: { color: tokens.colorPaletteRedForeground1 },
  running: { color: runningColors.mark },
  endedWell: { color: tokens.colorStatusSuccessForeground1 },
  canceled: { color: tokens.colorNeutralForeground2 },
  other: { color: tokens.colorNeutralForeground2 },
  count: {
    [narrow]: { marginInlineStart: "auto" },
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  quiet: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  pending: {
    width: "14px",
    height: "12px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground6,
  },
  sumsAndMeanings: { display: "flex", alignItems: "center", minHeight: "24px" },
  sums: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
});
