/** One `name=value` of a challenge, a bare word (a scheme or its token68), or the space and commas between them. */
const piece =
  /([!#$%&'*+\-.^_`|~\w]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))|([!#$%&'*+\-./^_`|~\w]+=*)|[\s,]+/gy;

/**
 * The claims that a continuous-access-evaluation challenge in `WWW-Authenticate` asks for, as decoded JSON text;
 * `null` when no Bearer challenge of the header has readable ones.
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function parseClaimsChallenge(header: string | null): string | null {
  let scheme = "";
  let end = 0;
  let claims: string | null = null;
  for (const match of (header ?? "").matchAll(piece)) {
    const [text, name, quoted, plain, word] = match;
    end = match.index + text.length;
    if (word !== undefined) scheme = word.toLowerCase();
    if (scheme !== "bearer" || name?.toLowerCase() !== "claims") continue;
    claims ??= decodeClaims(quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
  }
  return end === header?.length ? claims : null;
}

/** Base64 or base64url of a JSON object's UTF-8 text. */
function decodeClaims(encoded: string): string | null {
  try {
    const binary = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? text : null;
  } catch {
    return null;
  }
}
