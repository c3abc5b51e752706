import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";

const paceNotes = laterPart(async () => (await import("./PaceNotes.tsx")).PaceNotes);

/** Where the watch does other than it was told, it says so. */
export function RequestNotes({ watch }: { readonly watch: RevocationWatch }) {
  const { plan, health, unreadTokens, goneTokens, listedTokens } = watch;
  const isPlain =
    plan.boundMs <= plan.configuredMs &&
    plan.reads !== "allInstead" &&
    unreadTokens + goneTokens + listedTokens === 0;
  const isWatching = health === "live" || health === "late";
  return isWatching && !isPlain && <Later part={paceNotes} props={{ watch }} />;
}
