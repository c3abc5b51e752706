import { type Instant, isUnreadable, rawText } from "../domain/received.ts";
import { useText } from "../i18n/useText.ts";
import { BidiText } from "../ui/BidiText.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";

/** The clocks of Intune, of this computer and of a slow tick differ; only what is further ahead is in the future. */
const clockSkewMs = 60_000;

interface InstantTextProps {
  readonly instant: Instant;
  /** Epoch ms. */
  readonly now: number;
}

/** A point in time as Graph reported it, also when it reported none or something that is no date. */
export function InstantText({ instant, now }: InstantTextProps) {
  const text = useText();
  if (instant === null) return text("value.notReported");
  if (instant === "never") return text("value.never");
  if (isUnreadable(instant)) return <UnreadableText raw={instant.raw} />;
  const isMereClockSkew = instant > now && instant - now < clockSkewMs;
  return <RelativeTime at={instant} now={isMereClockSkew ? instant : now} />;
}

function UnreadableText({ raw }: { readonly raw: unknown }) {
  const text = useText();
  const shown = typeof raw === "string" ? raw : rawText(raw);
  return <BidiText text={text("value.unreadable", { raw: shown })} />;
}
