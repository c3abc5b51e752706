import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { createTokenCollection } from "./collectTokens.ts";
import type { GraphClient } from "./graphClient.ts";
import { GraphError } from "./graphError.ts";
import { isLastPage, isListPage, type ListPage } from "./listPage.ts";
import type { ListExchange } from "./listWorker/workerExchange.ts";
import { createPageTrail, type PageTrail } from "./nextLink.ts";
import type { GraphAnswer } from "./requester.ts";
import { receiveIn, type VppTokenForm, vppTokensPath } from "./vppTokenForm.ts";

export interface ListOptions {
  readonly previous?: VppTokensSnapshot | null;
  readonly onPage?: ((partial: VppTokensSnapshot) => unknown) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly pageLimit: number;
  /** Serves reads that come after a complete one. */
  readonly elsewhere?: Pick<ListExchange, "exchange" | "replace"> | undefined;
  /** Takes over when Graph answers 400 to the first page. */
  readonly onBadRequest?: (() => Promise<VppTokensSnapshot>) | undefined;
}

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
  const elsewhere = previous?.isComplete ? options.elsewhere : undefined;
  const collection = createTokenCollection(previous, elsewhere?.replace);
  const trail = createPageTrail(client.origin, `/beta${vppTokensPath(form)}`, pageLimit);
  const isShown = onPage !== undefined && !previous?.isComplete;
  const show = isShown ? async () => signal?.aborted || onPage(collection.soFar()) : undefined;
  let link: string | null = trail.first;
  while (link !== null) {
    let answer: Pick<GraphAnswer, "value" | "errorAs">;
    try {
      answer = await client.getAnswer(link, { signal, accepts: isListPage, exchange: elsewhere?.exchange });
    } catch (error) {
      if (link === trail.first && onBadRequest && isBadRequest(error)) return onBadRequest();
      throw error;
    }
    const page = receiveIn(form, answer.value) as ListPage; // accepted, and redaction leaves what that takes
    await collection.add(page.value, link === trail.first ? show : undefined);
    signal?.throwIfAborted();
    if (!isLastPage(page)) await show?.();
    link = nextOf(trail, page["@odata.nextLink"], answer);
  }
  return collection.finish();
}

/** Whom to ask why the page points where nobody may go: the error names the answer that it came with. */
function nextOf(
  trail: PageTrail,
  nextLink: unknown,
  { errorAs }: Pick<GraphAnswer, "errorAs">,
): string | null {
  try {
    return trail.next(nextLink);
  } catch (error) {
    throw error instanceof GraphError ? errorAs(error.kind) : error;
  }
}

function isBadRequest(error: unknown): boolean {
  return error instanceof GraphError && error.status === 400;
}
