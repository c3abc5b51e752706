import { receiveText } from "../answerErrors.ts";
import { isListPage } from "../listPage.ts";
import { asRecord } from "../parseValues.ts";
import { type FetchFunction, receiveWhole } from "../transport.ts";
import type { FromListWorker, ToListWorker, WorkerAnswer } from "./messages.ts";
import { createSentItems } from "./sentItems.ts";
import { shortenPage } from "./shortPage.ts";

/**
 * What the worker does: it asks Graph, and of a page of the list tells only what is new. Whatever is no such page goes
 * back as it came, to be judged where everything else is. Access tokens are kept no longer than their request takes.
 */
export function createPageAnswers(fetch: FetchFunction, post: (message: FromListWorker) => void) {
  const sent = createSentItems<object>();
  const underWay = new Map<number, AbortController>();

  async function ask(url: string, init: RequestInit, signal: AbortSignal): Promise<WorkerAnswer> {
    const { status, headers, text, receivedBytes } = await receiveWhole(fetch, url, init, signal);
    const page = status >= 200 && status <= 299 ? readPage(text) : null;
    signal.throwIfAborted();
    const short = page && shortenPage(page, sent);
    const body = short === null ? { kind: "other" as const, text } : { kind: "page" as const, text: short };
    return { status, headers: Object.fromEntries(headers), receivedBytes, body };
  }

  return async function receive(message: ToListWorker): Promise<void> {
    const { kind, id } = message;
    if (kind === "abort") {
      underWay.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    underWay.set(id, controller);
    const answer = await ask(message.url, message.init, controller.signal).catch(() => null);
    underWay.delete(id);
    post({ id, answer });
  };
}

function readPage(text: string) {
  const body = receiveText(text);
  if (body.kind !== "json" || !isListPage(body.value)) return null;
  const error = asRecord(body.value)?.error;
  return error === undefined || error === null ? body.value : null;
}
