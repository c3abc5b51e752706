import { failureCauseOf } from "../domain/failureCause.ts";
import { isUnrecognized } from "../domain/received.ts";
import type { Revocation } from "../domain/revocation.ts";
import type { FormatText } from "../i18n/useText.ts";
import { shortened } from "./shortened.ts";

/** Why licences failed to revoke, in a few words for a row; `null` when there is nothing to explain. */
export function reasonText(revocation: Revocation, text: FormatText): string | null {
  const cause = failureCauseOf(revocation);
  if (cause === null) return null;
  const { failureReason } = revocation.result;
  const raw = isUnrecognized(failureReason) ? shortened(failureReason.raw) : "";
  return cause === "unrecognizedReason"
    ? text("reason.unrecognizedReason", { raw })
    : text(`reason.${cause}`);
}
