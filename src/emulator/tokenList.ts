/** The tokens of a tenant at one moment, in Graph's order. Entries are made when asked for: a district has 3,000. */
export interface TokenList {
  readonly length: number;
  at(index: number): unknown;
  /** -1 when no token has this id. */
  indexOf(id: string): number;
}

export function tokenListOf(items: readonly unknown[]): TokenList {
  return {
    length: items.length,
    at: (index) => items[index],
    indexOf: (id) => items.findIndex((item) => isRecord(item) && item.id === id),
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
