/** Text of any length from Graph, as much as a row can show; the opened revocation shows all of it. */
export function shortened(raw: string, longest = 120): string {
  if (raw.length <= longest) return raw;
  // Half of a surrogate pair is no character.
  return `${raw.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
