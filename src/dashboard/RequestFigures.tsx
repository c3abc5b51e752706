import { makeStyles, tokens } from "@fluentui/react-components";
import { type IntlShape, useIntl } from "react-intl";
import { requestBound } from "../domain/requestBound.ts";
import { type FormatText, useText } from "../i18n/useText.ts";
import { useNow } from "../monitor/clock.tsx";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { type FormatSpan, useTimeText } from "../ui/timeText.ts";

type Meter = NonNullable<RevocationWatch["meter"]>;
type Reading = ReturnType<Meter["read"]>;

interface RequestFiguresProps {
  readonly meter: Meter;
  readonly plan: RevocationWatch["plan"];
}

/** The figures by which an administrator can show that this page is a good citizen of the tenant. */
export function RequestFigures({ meter, plan }: RequestFiguresProps) {
  const styles = useStyles();
  const text = useText();
  const intl = useIntl();
  const { span } = useTimeText();
  const now = useNow();
  const reading = meter.read();
  const seconds = requestBound.windowMs / 1_000;
  const figures = [
    [text("meter.requests"), intl.formatNumber(reading.requests)],
    [text("meter.parts"), intl.formatNumber(reading.parts)],
    [text("meter.received"), bytesText(reading.receivedBytes, intl)],
    [text("meter.waits"), waitsText(reading, text, span)],
    [text("meter.interval"), text("meter.every", { span: span(Math.max(plan.configuredMs, plan.boundMs)) })],
    [
      text("meter.recent", { seconds }),
      text("meter.ofBound", { count: reading.recentParts, bound: requestBound.parts }),
    ],
  ] as const;
  return (
    <section className={styles.root} aria-label={text("status.requests")}>
      <h3 className={styles.heading}>{periodText(reading.since, now, text, intl)}</h3>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name} className={styles.figure}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.help}>{text("meter.help", { seconds, bound: requestBound.parts })}</p>
    </section>
  );
}

function periodText(since: number, now: number, text: FormatText, intl: IntlShape): string {
  const isWholeHour = now - since >= 59 * 60_000;
  return isWholeHour
    ? text("meter.lastHour")
    : text("meter.since", { time: intl.formatTime(since, { timeStyle: "short" }) });
}

function bytesText(bytes: number, intl: IntlShape): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return intl.formatNumber(value, { style: "unit", unit, maximumFractionDigits: value < 100 ? 1 : 0 });
}

function waitsText({ waits, waitMs }: Reading, text: FormatText, span: FormatSpan): string {
  if (waits === 0) return text("meter.noWaits");
  if (waitMs === 0) return text("meter.waitsUnsaid", { count: waits });
  return text("meter.waitsInAll", { count: waits, span: span(waitMs) });
}

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} 0` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  figures: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  figure: { minWidth: 0 },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
  help: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});
