export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return (low + high) / 2;
}

/** The median of each field by itself. */
export function medianOf<Measured extends { readonly [Field in keyof Measured]: number }>(
  rounds: readonly Measured[],
): Measured {
  const [first] = rounds;
  if (first === undefined) throw new Error("nothing was measured");
  const names = Object.keys(first) as (keyof Measured)[]; // of an object made with these fields and no others
  const medians = names.map((name) => [name, median(rounds.map((round) => round[name]))]);
  return Object.fromEntries(medians) as Measured; // the same names, again with numbers
}
