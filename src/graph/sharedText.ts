const most = 1_000;
const longest = 200;
const texts = new Map<string, string>();

/**
 * The same text as one string for all who hold it. JSON brings each long text as a string of its own, and a large
 * tenant sends the same few 60,000 times. Knows no more than the first `most` texts, which names of types and actions do not exhaust.
 */
export function sharedText(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size < most && text.length <= longest) texts.set(text, text);
  return text;
}
