import type { FormatText } from "../../i18n/useText.ts";
import type { AllowedValue } from "./configFields.ts";

/** What a field may hold, in words. */
export function allowedText(allowed: AllowedValue, text: FormatText): string {
  switch (allowed.kind) {
    case "oneOf":
      return text("config.allowed.oneOf", { values: allowed.values.map(quoted).join(", ") });
    case "wholeNumber":
      return text("config.allowed.wholeNumber", { min: allowed.min, max: allowed.max });
    case "locale":
      return text("config.allowed.locale", { values: allowed.codes.map(quoted).join(", ") });
    case "noSuchField":
      return allowed.suggestion === null
        ? text("config.allowed.noSuchField")
        : text("config.allowed.didYouMean", { suggestion: allowed.suggestion });
    default:
      return text(`config.allowed.${allowed.kind}`);
  }
}

function quoted(value: string): string {
  return JSON.stringify(value);
}
