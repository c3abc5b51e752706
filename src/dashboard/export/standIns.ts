import type { FormatText } from "../../i18n/useText.ts";
import type { SupportFacts } from "../details/supportText.ts";
import type { NamesChoice, StandIn } from "./naming.ts";

/** In the language of the page. */
export function standInOf(text: FormatText): StandIn {
  return (what, count) => text(`export.standIn.${what}`, { count });
}

/** A tenant may be named by its domain, so it goes where names are replaced. */
export function supportOf(support: SupportFacts, names: NamesChoice, text: FormatText): SupportFacts {
  return names === "replaced" ? { ...support, tenantId: text("export.leftOut") } : support;
}
