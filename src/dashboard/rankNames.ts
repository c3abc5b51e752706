/** The place of each name among all. */
export type NameRanks = ReadonlyMap<string, number>;

/** Collating is slow, so every name is ranked once for each language. */
export function createNameRanker() {
  let last: { readonly collator: Intl.Collator; readonly ranks: NameRanks } | null = null;
  return (names: readonly string[], collator: Intl.Collator): NameRanks => {
    if (last?.collator === collator && names.every((name) => last?.ranks.has(name))) return last.ranks;
    const distinct = [...new Set(names)].sort((a, b) => compareNames(a, b, collator));
    last = { collator, ranks: new Map(distinct.map((name, rank) => [name, rank])) };
    return last.ranks;
  };
}

/** Names that collate alike still differ, so that the order is the same every time. */
export function compareNames(a: string, b: string, collator: Intl.Collator): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
