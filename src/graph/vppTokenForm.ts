import type { VppTokenId } from "../domain/vppToken.ts";
import { redact } from "./redact.ts";
import { selectedProperties } from "./wire.ts";

/**
 * How VPP tokens are asked for. `selected`: without their credential. `unselected`: only where Graph refuses `$select`
 * or leaves the action results out of it; the credential then crosses the wire and goes no further.
 */
export type VppTokenForm = "selected" | "unselected";

/** The path below the API version, of one VPP token or of the list. */
export function vppTokensPath(form: VppTokenForm, id?: VppTokenId): string {
  const path = `/deviceAppManagement/vppTokens${id === undefined ? "" : `/${encodeURIComponent(id)}`}`;
  return form === "selected" ? `${path}?$select=${selectedProperties.join(",")}` : path;
}

/** A body as this room may hold it: an unselected one is redacted before anything else looks at it. */
export function receiveIn(form: VppTokenForm, body: unknown): unknown {
  return form === "unselected" ? redact(body) : body;
}
