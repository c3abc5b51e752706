import { makeStyles, tokens } from "@fluentui/react-components";
import { type FormatText, useText } from "../i18n/useText.ts";
import { useNow } from "../monitor/clock.tsx";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { type FormatRelative, useTimeText } from "../ui/timeText.ts";

interface StatusAgeProps {
  readonly watch: RevocationWatch;
}

/** Age of the data and the next read, ticking; never spoken by itself. */
export function StatusAge({ watch }: StatusAgeProps) {
  const styles = useStyles();
  const text = useText();
  const { relative, spokenRelative } = useTimeText();
  const now = useNow();
  return (
    <span aria-live="off" className={styles.age}>
      {ageText({ watch, now, text, relative, spokenRelative })}
    </span>
  );
}

interface AgeOptions extends StatusAgeProps {
  readonly now: number;
  readonly text: FormatText;
  readonly relative: FormatRelative;
  readonly spokenRelative: FormatRelative;
}

function ageText(options: AgeOptions): string {
  const { watch, text } = options;
  switch (watch.health) {
    case "starting":
      return watch.snapshot === null
        ? ""
        : text("status.tokensSoFar", { count: watch.snapshot.tokens.length });
    case "live":
    case "late":
      return `${updatedText(options)} · ${nextText(options)}`;
    case "failing":
    case "stale":
    case "throttled":
      return `${lastAnswerText(options)} ${againText(options)}`;
    case "offline":
      return `${lastAnswerText(options)} ${text("status.waitsForNetwork")}`;
    case "paused":
      return `${lastAnswerText(options)} ${text("status.waitsForYou")}`;
    case "denied":
      return [watch.lastReadAt !== null && lastAnswerText(options), againText(options)]
        .filter(Boolean)
        .join(" ");
    case "signInNeeded":
      return watch.lastReadAt === null ? "" : lastAnswerText(options);
  }
}

function updatedText({ watch: { lastReadAt }, now, text, relative }: AgeOptions): string {
  return text("status.updated", { ago: relative(Math.min(lastReadAt ?? now, now), now) });
}

function nextText({ watch: { nextReadAt, isReading }, now, text, relative }: AgeOptions): string {
  if (isReading || nextReadAt === null || nextReadAt - now < 1_000) return text("status.lookingNow");
  return text("status.nextLook", { in: relative(nextReadAt, now) });
}

function lastAnswerText({ watch: { lastReadAt }, now, text, spokenRelative }: AgeOptions): string {
  if (lastReadAt === null) return text("status.noAnswer");
  return text("status.lastAnswer", { ago: spokenRelative(Math.min(lastReadAt, now), now) });
}

function againText({ watch: { nextReadAt, isReading }, now, text, spokenRelative }: AgeOptions): string {
  if (isReading || nextReadAt === null || nextReadAt - now < 1_000) return text("status.tryingNow");
  return text("status.tryingAgain", { in: spokenRelative(nextReadAt, now) });
}

const useStyles = makeStyles({
  age: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
