import type { HistoryMemory } from "./historyMemory.ts";
import { byRevocation } from "./mergeHistory.ts";
import { type Observation, onlyChanges } from "./observation.ts";
import { lastObservation, lastSeenAtOf } from "./remembered.ts";

/** First line of a file. Another `version` means that lines changed their meaning; unknown kinds of lines may come. */
export const historyFormat = { format: "vpp-revocation-monitor/history", version: 1 } as const;

/**
 * The whole history as JSON Lines, each with its line end, lines of what others refer to first. The header names the
 * tenant in plain: the lines below it name the organisation and its Apple account anyway.
 */
export function* exportHistory(
  memory: HistoryMemory,
  past: readonly Observation[],
  { tenantKey, exportedAt }: { readonly tenantKey: string; readonly exportedAt: number },
): Generator<string> {
  yield line("header", {
    ...historyFormat,
    tenant: tenantKey,
    exportedAt: new Date(exportedAt).toISOString(),
  });
  for (const span of memory.spans) yield line("span", span);
  const pastOf = byRevocation(past);
  for (const { revocations, ...token } of memory.tokens.values()) {
    yield line("vppToken", token);
    for (const remembered of revocations) {
      yield line("revocation", { ...remembered, lastSeenAt: lastSeenAtOf(remembered, memory.fullReadAt) });
      const observations = onlyChanges([...(pastOf.get(remembered.key) ?? []), lastObservation(remembered)]);
      for (const observation of observations) yield line("observation", observation);
    }
  }
}

function line(kind: string, content: object): string {
  return `${JSON.stringify({ kind, ...content })}\n`;
}
