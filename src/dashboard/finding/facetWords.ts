import type { FailureCause } from "../../domain/failureCause.ts";
import type { RevocationOutcome } from "../../domain/outcome.ts";
import type { TokenStateKind } from "../../domain/vppToken.ts";
import type { FormatText } from "../../i18n/useText.ts";

export function outcomeText(outcome: RevocationOutcome, text: FormatText): string {
  return text(outcome === "unrecognized" ? "finding.unrecognized" : `state.${outcome}`);
}

export function causeText(cause: FailureCause, text: FormatText): string {
  return text(cause === "unrecognizedReason" ? "finding.unrecognizedReason" : `reason.${cause}`);
}

export function tokenStateKindText(kind: TokenStateKind, text: FormatText): string {
  if (kind === "notReported") return text("value.notReported");
  return text(kind === "unrecognized" ? "finding.unrecognized" : `tokenState.${kind}`);
}
