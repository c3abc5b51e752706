import { useIntl } from "react-intl";
import { epochMsOf, type Instant } from "../../domain/received.ts";
import { useTimeText } from "../../ui/timeText.ts";
import { InstantText } from "../InstantText.tsx";

interface ExactTimeProps {
  readonly instant: Instant;
  /** Epoch ms. */
  readonly now: number;
  /** `minute`: local time with its zone. `day`: the calendar day, where the hour says nothing. */
  readonly precision: "minute" | "day";
}

const formats = {
  minute: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
  day: { day: "numeric", month: "short", year: "numeric" },
} as const;

/** A point in time to quote in a ticket, with its distance from now; also when Graph reported no usable one. */
export function ExactTime({ instant, now, precision }: ExactTimeProps) {
  const intl = useIntl();
  const distance = useDistance(now);
  const at = epochMsOf(instant);
  if (at === null) return <InstantText instant={instant} now={now} />;
  return (
    <time dateTime={new Date(at).toISOString()}>
      {intl.formatDate(at, formats[precision])} ({distance(at)})
    </time>
  );
}

const dayMs = 24 * 60 * 60_000;

/** In days from one day on, so that a distance stays a distance where `relative` would turn to dates. */
function useDistance(now: number): (at: number) => string {
  const intl = useIntl();
  const { relative } = useTimeText();
  return (at) =>
    Math.abs(at - now) < dayMs
      ? relative(at, now)
      : intl.formatRelativeTime(Math.trunc((at - now) / dayMs), "day");
}
