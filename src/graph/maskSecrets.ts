export const removed = "[removed]";

/** A quoted name; its quotes carry as many backslashes as the JSON text inside JSON text that it stands in. */
const tokenName = /(\\{0,15})"token\1"\s*:\s*/gi;
const bearer = /\b(Bearer\s+)(?=[^\s",]*\d)[A-Za-z0-9._~+/-]{20,}=*/gi;
/** `eyJ` is base64 of `{"`: JWTs begin with it, and so do Apple's content tokens. */
const base64Json = /eyJ[A-Za-z0-9_+/=-]{8,}(?:\.+[A-Za-z0-9_+/=-]+)*/g;
const queryToken = /((?:^|[?&;\s_])token=)[^&\s"']+/gi;

/**
 * Masks what looks like a credential in text that need not be JSON: `"token": "…"` fragments (also cut off ones),
 * bearer tokens, JWTs, Apple content tokens, `token=` in a query. Masked text stays as it is when masked again.
 */
export function maskSecrets(text: string): string {
  return maskTokenFragments(text)
    .replace(bearer, `$1${removed}`)
    .replace(base64Json, removed)
    .replace(queryToken, `$1${removed}`);
}

function maskTokenFragments(text: string): string {
  let masked = "";
  let from = 0;
  for (const match of text.matchAll(tokenName)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    const quoting = match[1] ?? "";
    masked += `${text.slice(from, start)}${quoting}"${removed}${quoting}"`;
    from = endOfValue(text, start, quoting.length);
  }
  return masked + text.slice(from);
}

/** Where a value ends, rather too late than too early: objects and lists take the rest of the text with them. */
function endOfValue(text: string, start: number, escapes: number): number {
  const [opening = ""] = /^\\*"/.exec(text.slice(start, start + 32)) ?? [];
  if (opening !== "") return endOfString(text, start + opening.length, escapes);
  const [literal = ""] = /^[^\s,{}[\]"\\]+/.exec(text.slice(start, start + 10_000)) ?? [];
  return literal === "" ? text.length : start + literal.length;
}

/** A quote with more backslashes than those of the name belongs to the value. */
function endOfString(text: string, start: number, escapes: number): number {
  for (let quote = text.indexOf('"', start); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === "\\" && quote - backslashes > start) backslashes += 1;
    if (backslashes <= escapes) return quote + 1;
  }
  return text.length;
}
