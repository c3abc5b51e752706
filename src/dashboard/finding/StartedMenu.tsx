import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useText } from "../../i18n/useText.ts";
import type { PatchView } from "../useViewPatch.ts";
import type { ViewState } from "../viewState.ts";
import { BarMenu } from "./BarMenu.tsx";
import { useCheckStyles } from "./CheckList.tsx";
import { isRelative, localDay, localMidnight, relativeSpan, startedRange } from "./startedRange.ts";

const presets = ["-1h", "-24h", "-7d", "-30d"] as const;

interface StartedMenuProps {
  readonly view: ViewState;
  readonly patchView: PatchView;
}

/** When revocations started: so long ago at most, or between two days of this computer's time zone. */
export function StartedMenu({ view, patchView }: StartedMenuProps) {
  const text = useText();
  const isInUse = view.from !== null || view.to !== null;
  return (
    <BarMenu label={text("finding.field.started")} count={isInUse ? 1 : 0}>
      {() => <StartedChoices view={view} patchView={patchView} />}
    </BarMenu>
  );
}

function StartedChoices({ view: { from, to }, patchView }: StartedMenuProps) {
  const styles = useStyles();
  const text = useText();
  const name = useId();
  const choices = [
    { value: null, label: text("finding.anyTime") },
    ...presets.map((value) => ({ value, label: text("finding.last", relativeSpan(value)) })),
  ];
  return (
    <div className={styles.root}>
      <fieldset className={styles.list} aria-label={text("finding.field.started")}>
        {choices.map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              className={styles.box}
              checked={from === value && to === null}
              onChange={() => patchView({ from: value, to: null })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <DayFields from={from} to={to} patchView={patchView} />
    </div>
  );
}

/** Days are as this computer has them; the link carries the moments, so that it means the same everywhere. */
function DayFields({
  from,
  to,
  patchView,
}: Pick<ViewState, "from" | "to"> & Pick<StartedMenuProps, "patchView">) {
  const styles = useStyles();
  const text = useText();
  const shown = { from: isRelative(from) ? null : from, to: isRelative(to) ? null : to };
  const range = startedRange(shown, 0);
  const fromDay = localDay(shown.from === null ? null : (range?.fromMs ?? null));
  const toDay = localDay(shown.to === null || range === null ? null : range.toMs - 1);
  return (
    <fieldset className={styles.days} aria-label={text("finding.between")}>
      <label className={styles.day}>
        {text("finding.fromDay")}
        <input
          type="date"
          className={styles.field}
          value={fromDay}
          onChange={({ target }) => patchView({ ...shown, from: localMidnight(target.value, 0) })}
        />
      </label>
      <label className={styles.day}>
        {text("finding.toDay")}
        <input
          type="date"
          className={styles.field}
          value={toDay}
          onChange={({ target }) => patchView({ ...shown, to: localMidnight(target.value, 1) })}
        />
      </label>
    </fieldset>
  );
}

function useStyles() {
  return { ...useCheckStyles(), ...useDayStyles() };
}

const useDayStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS },
  days: {
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0 0`,
    border: "none",
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  day: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
  },
  field: {
    height: "32px",
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
});
