import type { VppTokensSnapshot } from "../../src/domain/snapshot.ts";
import { json, listUrl, type SentRequest } from "./stubGraph.ts";

export const item = (id: string, more: object = {}) => ({
  id,
  displayName: `Token ${id}`,
  tokenActionResults: [],
  ...more,
});
export const page = (value: unknown, next?: string) => () =>
  json({ value, ...(next !== undefined && { "@odata.nextLink": `${listUrl}?$skiptoken=${next}` }) });
export const ids = (snapshot: VppTokensSnapshot) => snapshot.tokens.map(({ id }) => id as string);
export const isSelected = ({ url }: SentRequest) => url.includes("$select=");
