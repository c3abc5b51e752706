import { useTimeText } from "./timeText.ts";

interface RelativeTimeProps {
  /** Epoch ms. */
  readonly at: number;
  /** Epoch ms; whoever renders decides how often it moves. */
  readonly now: number;
}

/** A moment in relative words; the exact local time with its zone stands in the title. */
export function RelativeTime({ at, now }: RelativeTimeProps) {
  const { relative, exact } = useTimeText();
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  return (
    <time dateTime={date.toISOString()} title={exact(date)}>
      {relative(at, now)}
    </time>
  );
}
