import * as v from "valibot";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { createTokenCollection } from "./collectTokens.ts";
import type { GraphClient } from "./graphClient.ts";
import { GraphError } from "./graphError.ts";
import { createPageTrail, type PageTrail } from "./nextLink.ts";
import type { GraphAnswer } from "./requester.ts";
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
    let answer: Pick<GraphAnswer, "value" | "errorAs">;
    try {
      answer = await client.getAnswer(link, { signal, accepts: isPage });
    } catch (error) {
      if (link === trail.first && onBadRequest && isBadRequest(error)) return onBadRequest();
      throw error;
    }
    const { value, "@odata.nextLink": nextLink } = v.parse(pageSchema, receiveIn(form, answer.value));
    await collection.add(value);
    signal?.throwIfAborted();
    if (nextLink !== undefined && nextLink !== null && !previous?.isComplete) onPage?.(collection.soFar());
    link = nextOf(trail, nextLink, answer);
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
