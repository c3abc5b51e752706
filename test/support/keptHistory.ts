import type { Page } from "@playwright/test";
import type { Observation } from "../../src/monitor/history/observation.ts";
import { lastObservation, type RememberedToken } from "../../src/monitor/history/remembered.ts";
import type { WatchedSpan } from "../../src/monitor/history/watchedSpans.ts";
import { type Chains, chainsOf, type SaidResult } from "./servedLog.ts";

export interface KeptHistory {
  readonly chains: Chains;
  readonly spans: readonly WatchedSpan[];
  /** Records of all kinds. */
  readonly size: number;
}

interface StoredRecords {
  readonly tokens: readonly RememberedToken[];
  readonly observations: readonly Observation[];
  readonly spans: readonly WatchedSpan[];
}

/** The history as it is on disk now, read past the product. */
export async function keptHistory(page: Page): Promise<KeptHistory> {
  const records: StoredRecords = JSON.parse(await page.evaluate(readRecords));
  const { tokens, observations, spans } = records;
  // The last observation of each revocation stands with its token.
  const last = tokens.flatMap(({ revocations }) => revocations.map(lastObservation));
  const all = [...observations, ...last];
  return { chains: chainsOfObservations(all), spans, size: all.length + spans.length };
}

export function chainsOfObservations(observations: readonly Observation[]): Chains {
  const inOrder = observations.toSorted((left, right) => left.order - right.order);
  return chainsOf(inOrder.map(toSaid));
}

function toSaid(observation: Observation): SaidResult {
  const { key, actionState, attempted, failed, failureReason, lastUpdatedAt } = observation;
  const [tokenId, , , started]: readonly unknown[] = JSON.parse(key);
  return {
    tokenId: String(tokenId),
    startedAt: Date.parse(String(started)),
    lastUpdatedAt: Number(lastUpdatedAt),
    actionState: String(actionState),
    attempted: Number(attempted),
    failed: Number(failed),
    reason: String(failureReason),
  };
}

/** As text, which passes from the page to the test far faster than objects do. */
async function readRecords(): Promise<string> {
  const finish = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const nothing = JSON.stringify({ tokens: [], observations: [], spans: [] });
  const [found] = (await indexedDB.databases()).filter(({ name = "" }) => name.includes("/history/"));
  if (found?.name === undefined) return nothing;
  const database = await finish(indexedDB.open(found.name));
  try {
    if (database.objectStoreNames.length === 0) return nothing;
    const read = database.transaction(["tokens", "observations", "spans"]);
    const [tokens, observations, spans] = await Promise.all(
      ["tokens", "observations", "spans"].map((name) => finish(read.objectStore(name).getAll())),
    );
    return JSON.stringify({ tokens, observations, spans });
  } finally {
    database.close();
  }
}
