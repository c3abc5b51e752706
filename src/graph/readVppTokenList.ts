import * as v from "valibot";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { createTokenCollection } from "./collectTokens.ts";
import type { GraphClient } from "./graphClient.ts";
import { GraphError } from "./graphError.ts";
import { createPageTrail } from "./nextLink.ts";
import { receiveIn, type VppTokenForm, vppTokensPath } from "./vppTokenForm.ts";

export interface ListOptions {
  readonly previous?: VppTokensSnapshot | null;
  readonly onPage?: ((partial: VppTokensSnapshot) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly pageLimit: number;
  /** Takes over when Graph answers 400 to the first page. */
  readonly onBadRequest?: (() => Promise<VppTokensSnapshot>) | undefined;
}

const pageSchema = v.object({ value: v.array(v.unknown()), "@odata.nextLink": v.optional(v.unknown()) });
const isPage = (body: unknown) => v.is(pageSchema, body);

/**
 * All pages of the list in one form. Throws when one of them fails.
 * No `$top`: Microsoft documents neither that this list takes it nor a largest page, and a refusal would look like one
 * of `$select`. The service chooses the page size.
 */
export async function readVppTokenList(
  client: GraphClient,
  form: VppTokenForm,
  options: ListOptions,
): Promise<VppTokensSnapshot> {
  const { previous = null, onPage, signal, pageLimit, onBadRequest } = options;
  const collection = createTokenCollection(previous);
  const trail = createPageTrail(client.origin, `/beta${vppTokensPath(form)}`, pageLimit);
  let link: string | null = trail.first;
  while (link !== null) {
    let body: unknown;
    try {
      body = receiveIn(form, await client.get(link, { signal, accepts: isPage }));
    } catch (error) {
      if (link === trail.first && onBadRequest && isBadRequest(error)) return onBadRequest();
      throw error;
    }
    const { value, "@odata.nextLink": nextLink } = v.parse(pageSchema, body);
    await collection.add(value);
    signal?.throwIfAborted();
    if (nextLink !== undefined && nextLink !== null && !previous?.isComplete) onPage?.(collection.soFar());
    link = trail.next(nextLink);
  }
  return collection.finish();
}

function isBadRequest(error: unknown): boolean {
  return error instanceof GraphError && error.status === 400;
}
