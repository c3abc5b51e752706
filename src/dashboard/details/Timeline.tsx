import { useMemo } from "react";
import { useIntl } from "react-intl";
import { isRunning, outcomeGroupOf } from "../../domain/outcome.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { useNow } from "../../monitor/clock.tsx";
import type { History } from "../../monitor/history/history.ts";
import { deriveRatePerMinute } from "../../monitor/history/ratePerMinute.ts";
import type { RememberedRevocation } from "../../monitor/history/remembered.ts";
import { deriveTimeline, type Timeline as TimelineOf } from "../../monitor/history/timeline.ts";
import { asOfLastRead, isUnchangedForLong, unchangedSince } from "../../monitor/history/unchanged.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { useTimeText } from "../../ui/timeText.ts";
import { timeFormat } from "./observedText.ts";
import { Section } from "./Section.tsx";
import { TimelinePicture } from "./TimelinePicture.tsx";
import { TimelineTable } from "./TimelineTable.tsx";
import { useObservations } from "./useObservations.ts";

interface TimelineProps {
  readonly revocation: Revocation;
  readonly history: History;
  /** How long is long. */
  readonly unchangedMinutes: number;
}

/** A picture of hours need not move by the second. */
const everyMs = 5_000;

/** How the revocation went, as far as somebody watched. */
export function Timeline({ revocation: { identity }, history, unchangedMinutes }: TimelineProps) {
  const text = useText();
  const now = useNow(everyMs);
  const { remembered, observed, spans } = useObservations(history, identity);
  const timeline = useMemo(
    () => observed && deriveTimeline(observed.observations, spans, observed.remembered.goneSince ?? now),
    [observed, spans, now],
  );
  if (remembered !== null && timeline === null) return null;
  const isDrawn = timeline !== null && timeline.points.length > 1;
  return (
    <Section title={text("details.timeline")}>
      <p>
        {remembered && timeline ? (
          <Sentences
            remembered={remembered}
            timeline={timeline}
            now={now}
            asOf={asOfLastRead({ spans }, now)}
            unchangedMinutes={unchangedMinutes}
          />
        ) : (
          text("details.timeline.none")
        )}
      </p>
      {isDrawn && <TimelinePicture timeline={timeline} />}
      {isDrawn && (
        <Disclosure title={text("details.timeline.asTable")} level={4}>
          <TimelineTable timeline={timeline} />
        </Disclosure>
      )}
    </Section>
  );
}

interface SentencesProps {
  readonly remembered: RememberedRevocation;
  readonly timeline: TimelineOf;
  /** Epoch ms. */
  readonly now: number;
  /** When Graph was last read, at most now. */
  readonly asOf: number;
  readonly unchangedMinutes: number;
}

function Sentences(props: SentencesProps) {
  const { remembered, timeline } = props;
  const intl = useIntl();
  const text = useText();
  const movement = useMovementText(props);
  const rate = useRateText(timeline);
  const { goneSince, isAmbiguous } = remembered;
  const begun = text(beginningOf(timeline), { time: intl.formatDate(timeline.from, timeFormat) });
  const gone = goneSince && text("details.timeline.gone", { time: intl.formatDate(goneSince, timeFormat) });
  const ambiguous = isAmbiguous && text("details.timeline.ambiguous");
  return [rate, movement, begun, gone, ambiguous].filter(Boolean).join(" ");
}

function beginningOf({ points }: TimelineOf) {
  const [first, second] = points;
  if (first === undefined || second !== undefined) return "details.timeline.firstSeen";
  const { outcome } = first.observation;
  const hasEnded = !isRunning(outcome) && outcomeGroupOf(outcome) !== "other";
  return hasEnded ? "details.timeline.oneEnded" : "details.timeline.one";
}

function useMovementText({ remembered, now, asOf, unchangedMinutes }: SentencesProps): string | null {
  const text = useText();
  const { relative, span } = useTimeText();
  const since = unchangedSince(remembered, asOf);
  if (since === null) return null;
  return isUnchangedForLong(remembered, unchangedMinutes, asOf)
    ? text("details.timeline.still", { span: span(asOf - since) })
    : text("details.timeline.moved", { ago: relative(since, now) });
}

function useRateText(timeline: TimelineOf): string | null {
  const text = useText();
  const { span } = useTimeText();
  const rate = deriveRatePerMinute(timeline);
  if (rate === null || rate.perMinute === 0) return null;
  const perMinute = Number(rate.perMinute.toPrecision(2));
  return text("details.timeline.rate", { rate: perMinute, span: span(rate.to - rate.from) });
}
