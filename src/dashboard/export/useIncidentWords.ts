import { useIntl } from "react-intl";
import { useText } from "../../i18n/useText.ts";
import { useTimeText } from "../../ui/timeText.ts";
import type { IncidentStyle } from "./incident.ts";

/** Language and cloud of what is told; where it goes decides the rest. */
export type IncidentWords = Omit<IncidentStyle, "quote" | "dateOf" | "now">;

export function useIncidentWords(adminCenterUrl: string): IncidentWords {
  const text = useText();
  const { span } = useTimeText();
  const { locale } = useIntl();
  return { text, span, locale, adminCenterUrl };
}
