const longest = 256;

/** Foreign text for a line of plain text: line breaks and characters that steer its direction become spaces. Bounded. */
export function oneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  if (plain === "") return "(empty)";
  return plain.length > longest ? `${plain.slice(0, longest)}… (${text.length} characters)` : plain;
}
