import type { RevocationIdentity } from "../domain/revocation.ts";
import type { VppTokenId } from "../domain/vppToken.ts";

const version = "1.";

/** An identity for links: `1.` and the base64url of its UTF-8 JSON. */
export function encodeIdentity(identity: RevocationIdentity): string {
  const { parentId, kind, actionName, started, ordinal } = identity;
  const bytes = new TextEncoder().encode(JSON.stringify({ parentId, kind, actionName, started, ordinal }));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return version + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** `null` for anything that `encodeIdentity` did not write, another version among it. */
export function decodeIdentity(code: string): RevocationIdentity | null {
  if (!code.startsWith(version)) return null;
  try {
    const base64 = code.slice(version.length).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return asIdentity(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}

function asIdentity(value: unknown): RevocationIdentity | null {
  if (typeof value !== "object" || value === null) return null;
  const { parentId, kind, actionName, started, ordinal } = value as Readonly<Record<string, unknown>>;
  if (typeof parentId !== "string" || kind !== "vppToken" || typeof started !== "string") return null;
  if (typeof actionName !== "string" && actionName !== null) return null;
  if (typeof ordinal !== "number" || !Number.isSafeInteger(ordinal) || ordinal < 0) return null;
  // The link says that this id came from Graph; it is only ever compared with ids that did.
  return { parentId: parentId as VppTokenId, kind, actionName, started, ordinal };
}
