/** From the page: ask Graph for a page of the list, or let a request be. */
export type ToListWorker =
  | { readonly kind: "ask"; readonly id: number; readonly url: string; readonly init: RequestInit }
  | { readonly kind: "abort"; readonly id: number };

/** To the page, once for each request that was asked for. `answer`: `null` when no whole answer came. */
export interface FromListWorker {
  readonly id: number;
  readonly answer: WorkerAnswer | null;
}

export interface WorkerAnswer {
  readonly status: number;
  /** Names in lower case; those that a script may read. */
  readonly headers: Readonly<Record<string, string>>;
  readonly receivedBytes: number;
  /** `page`: JSON text of a `ShortPage`. `other`: what came, as it came. */
  readonly body: { readonly kind: "page" | "other"; readonly text: string };
}

/** A page of the list in which the id stands for an item that has not changed since it last went to the page. */
export interface ShortPage {
  readonly value: readonly (string | readonly [item: unknown])[];
  readonly "@odata.nextLink"?: unknown;
}
