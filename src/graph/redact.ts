import { maskSecrets, removed } from "./maskSecrets.ts";

/** Nesting up to which a plain recursion looks for something to remove; what is deeper or circular goes the slow way. */
const fastDepth = 64;

/**
 * The value without any property named `token` (in any case) at any depth, also inside strings that are JSON text or
 * begin like it. The very same value when there is nothing to remove. Neither cycles nor deep nesting harm it.
 */
export function redact(value: unknown): unknown {
  const verdict = inspect(value, 0);
  if (verdict === "clean" || (verdict === "tooDeep" && !isDirtyAtAnyDepth(value))) return value;
  return typeof value === "string" ? redactString(value) : copyWithout(value);
}

/**
 * Text of an error or an answer, fit to be shown: JSON text is redacted as JSON, and whatever then still looks like a
 * credential is masked. Never throws.
 */
export function redactText(text: string): string {
  return maskSecrets(redactJsonText(text));
}

type Verdict = "clean" | "dirty" | "tooDeep";

function inspect(value: unknown, depth: number): Verdict {
  if (typeof value === "string") return redactString(value) === value ? "clean" : "dirty";
  if (typeof value !== "object" || value === null) return "clean";
  if (depth > fastDepth) return "tooDeep";
  return Array.isArray(value) ? inspectItems(value, depth) : inspectProperties(value, depth);
}

function inspectItems(items: readonly unknown[], depth: number): Verdict {
  let verdict: Verdict = "clean";
  for (const item of items) {
    const below = inspect(item, depth + 1);
    if (below === "dirty") return below;
    if (below === "tooDeep") verdict = below;
  }
  return verdict;
}

function inspectProperties(object: object, depth: number): Verdict {
  let verdict: Verdict = "clean";
  for (const key in object) {
    if (isTokenName(key)) return "dirty";
    const below = inspect((object as Record<string, unknown>)[key], depth + 1);
    if (below === "dirty") return below;
    if (below === "tooDeep") verdict = below;
  }
  return verdict;
}

/** A Set yields what is added while it is walked, so that no nesting can exhaust the stack. */
function isDirtyAtAnyDepth(root: unknown): boolean {
  const seen = new Set<unknown>([root]);
  for (const value of seen) {
    if (typeof value === "string" && redactString(value) !== value) return true;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (isTokenName(key)) return true;
      seen.add(child);
    }
  }
  return false;
}

function copyWithout(root: unknown): unknown {
  const copies = new Map<object, object>();
  const copyOf = (value: unknown): unknown => {
    if (typeof value === "string") return redactString(value);
    if (typeof value !== "object" || value === null) return value;
    const copy = copies.get(value) ?? (Array.isArray(value) ? [] : {});
    copies.set(value, copy);
    return copy;
  };
  const copy = copyOf(root);
  for (const [original, target] of copies) {
    for (const [key, child] of Object.entries(original)) {
      if (!isTokenName(key)) setOwn(target, key, copyOf(child));
    }
  }
  return copy;
}

/** Plain assignment would turn a key named `__proto__` into a prototype. */
function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function isTokenName(key: string): boolean {
  return key.length === 5 && key.toLowerCase() === "token";
}

/** Names and other plain words pass as they are; only text that begins like JSON can hide a property. */
function redactString(text: string): string {
  return beginsLikeJson(text) ? redactText(text) : text;
}

/** The text itself unless it is JSON text that holds something to remove. */
function redactJsonText(text: string): string {
  if (!beginsLikeJson(text)) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    const redacted = redact(parsed);
    return redacted === parsed ? text : JSON.stringify(redacted);
  } catch (error) {
    // A SyntaxError: no JSON after all. Anything else: too deep to be written again.
    return error instanceof SyntaxError ? text : removed;
  }
}

/** Only objects, arrays and strings can hold a property or further JSON text. */
function beginsLikeJson(text: string): boolean {
  const first = text.charCodeAt(0);
  const isPlain = first > 0x20 && first !== 0x7b && first !== 0x5b && first !== 0x22;
  return !isPlain && /^[\s\ufeff]*[{["]/.test(text);
}
