/** What stands in the file, fit to be shown: inert text, bounded, and never a secret. */
export type FoundValue =
  | { readonly kind: "missing" }
  | { readonly kind: "hidden" }
  | { readonly kind: "text"; readonly text: string };

const longestText = 120;

/** Entra's client secrets, access tokens, private keys, and any field named as one. */
const secretShapes =
  /[\w.~-]{3}\dQ~[\w.~-]{31,34}|eyJ[\w-]{10,}\.|-----BEGIN|"[^"]*(secret|password|privatekey)[^"]*":/i;
const secretName = /secret|password|passwd|private.?key|api.?key|access.?token/i;

/** `undefined` is what JSON cannot hold: the field is not there. */
export function foundValue(name: string, value: unknown): FoundValue {
  if (value === undefined) return { kind: "missing" };
  const text = JSON.stringify(value);
  if (secretName.test(name) || secretShapes.test(text)) return { kind: "hidden" };
  return { kind: "text", text: boundedText(text) };
}

/** Cut to a length that a page can show, with characters that cannot be seen written out as their code. */
export function boundedText(text: string): string {
  const characters = [...text.slice(0, 2 * longestText + 2)];
  const isLong = characters.length > longestText;
  const visible = characters.slice(0, longestText).map(visibleCharacter).join("");
  return isLong ? `${visible}…` : visible;
}

function visibleCharacter(character: string): string {
  if (!/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)) return character;
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
