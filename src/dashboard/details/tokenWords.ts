import { isUnrecognized, type Open } from "../../domain/received.ts";
import type { VppTokenState, VppTokenSyncStatus } from "../../domain/vppToken.ts";
import type { FormatText } from "../../i18n/useText.ts";

export function tokenStateText(state: Open<VppTokenState>, text: FormatText): string {
  if (state === null) return text("value.notReported");
  return isUnrecognized(state)
    ? text("tokenState.unrecognized", { raw: state.raw })
    : text(`tokenState.${state}`);
}

export function syncStatusText(status: Open<VppTokenSyncStatus>, text: FormatText): string {
  if (status === null) return text("value.notReported");
  return isUnrecognized(status)
    ? text("syncStatus.unrecognized", { raw: status.raw })
    : text(`syncStatus.${status}`);
}
