import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type MessageId, useText } from "../../i18n/useText.ts";
import { CheckField } from "../../ui/CheckField.tsx";
import type { DesktopNotifier, DesktopPermission } from "../../ui/desktopNotifier.ts";
import type { PersonalSettings } from "../personalSettings.ts";

interface NewsSettingsProps {
  readonly settings: PersonalSettings;
  readonly onChange: (settings: PersonalSettings) => void;
  readonly notifier: DesktopNotifier;
}

const helps = {
  granted: "told.desktopHelp",
  notAsked: "told.desktopHelp",
  denied: "told.because.denied",
  unsupported: "told.because.unsupported",
  insecure: "told.because.insecure",
} as const satisfies Record<DesktopPermission, MessageId>;

/** What a person wants to be told, and when not. The browser is asked only when the switch is pressed. */
export function NewsSettings({ settings, onChange, notifier }: NewsSettingsProps) {
  const styles = useStyles();
  const text = useText();
  const [asked, setAsked] = useState<DesktopPermission | null>(null);
  const permission = asked === null ? notifier.permission() : asked;
  const isPossible = permission === "granted" || permission === "notAsked";
  const switchDesktop = async (isOn: boolean) => {
    const answer = isOn ? await notifier.ask() : permission;
    setAsked(answer);
    onChange({ ...settings, hasDesktopNews: isOn && answer === "granted" });
  };
  return (
    <section aria-label={text("told.settings")} className={styles.root}>
      <p className={styles.intro}>{text("told.intro")}</p>
      <CheckField
        label={text("told.desktop")}
        help={text(helps[permission])}
        isChecked={settings.hasDesktopNews && permission === "granted"}
        isDisabled={!isPossible}
        onChange={(isOn) => void switchDesktop(isOn)}
      />
      <CheckField
        label={text("told.quiet")}
        help={text("told.quietHelp")}
        isChecked={settings.hasQuietHours}
        onChange={(hasQuietHours) => onChange({ ...settings, hasQuietHours })}
      />
      {settings.hasQuietHours && (
        <div className={styles.times}>
          {(["from", "to"] as const).map((end) => (
            <label key={end} className={styles.time}>
              {text(`told.${end}`)}
              <input
                type="time"
                className={styles.input}
                required
                value={timeText(settings.quietHours[end])}
                onChange={({ currentTarget: { value } }) => {
                  const minute = minuteOf(value);
                  if (minute === null) return;
                  onChange({ ...settings, quietHours: { ...settings.quietHours, [end]: minute } });
                }}
              />
            </label>
          ))}
        </div>
      )}
    </section>
  );
}

function timeText(minuteOfDay: number): string {
  return [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => `${part}`.padStart(2, "0")).join(":");
}

/** Of a native time field, `hh:mm`; empty while a part of it is missing. */
function minuteOf(value: string): number | null {
  const [hours = "", minutes = ""] = value.split(":");
  return hours === "" || minutes === "" ? null : 60 * Number(hours) + Number(minutes);
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  intro: { margin: 0, maxWidth: "72ch" },
  times: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    paddingInlineStart: `calc(16px + ${tokens.spacingHorizontalS})`,
  },
  time: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  input: {
    height: "32px",
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    // Its colour follows the system, not the theme; the time can be typed.
    "::-webkit-calendar-picker-indicator": { display: "none" },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
});
