import { deriveRevocations, type Revocation, revocationKey } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { ViewState } from "./viewState.ts";

/** What the link's `action` comes to. `awaited`: it may stand on a page that has not been read yet. */
export type OpenedRevocation =
  | { readonly kind: "none" }
  | { readonly kind: "awaited" }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "found"; readonly revocation: Revocation };

export function findOpened(
  action: ViewState["action"],
  snapshot: VppTokensSnapshot | null,
  gone: readonly Revocation[],
): OpenedRevocation {
  if (action === null) return { kind: "none" };
  if (action === "unreadable") return { kind: "unreadable" };
  const key = revocationKey(action);
  const vppToken = snapshot?.tokens.find(({ id }) => id === action.parentId);
  const revocation = vppToken && deriveRevocations(vppToken).find((candidate) => candidate.key === key);
  const found = revocation ?? gone.find((candidate) => candidate.key === key);
  if (found !== undefined) return { kind: "found", revocation: found };
  return snapshot?.isComplete ? { kind: "missing" } : { kind: "awaited" };
}
