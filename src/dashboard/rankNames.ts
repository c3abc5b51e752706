/** The place of each name among all. */
export type NameRanks = ReadonlyMap<string, number>;

/** Collating is slow, so every name is ranked once for each language. */
export function createNameRanker() {
  let last: {
    readonly names: readonly string[];
    readonly collator: Intl.Collator;
    readonly ranks: NameRanks;
  } | null = null;
  return (names: readonly string[], collator: Intl.Collator): NameRanks => {
    const isKnown = (name: string) => last?.ranks.has(name) === true;
    if (last?.collator === collator && (last.names === names || names.every(isKnown))) return last.ranks;
    const distinct = [...new Set(names)].sort((a, b) => compareNames(a, b, collator));
    last = { names, collator, ranks: new Map(distinct.map((name, rank) => [name, rank])) };
    return last.ranks;
  };
}

/** Names that collate alike still differ, so that the order is the same every time. */
export function compareNames(a: string, b: string, collator: Intl.Collator): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
