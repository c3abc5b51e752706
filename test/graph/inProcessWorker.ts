import { createPageAnswers } from "../../src/graph/listWorker/answerPages.ts";
import type { FromListWorker, ToListWorker } from "../../src/graph/listWorker/messages.ts";
import type { WorkerLike } from "../../src/graph/listWorker/workerExchange.ts";
import type { FetchFunction } from "../../src/graph/transport.ts";

/** A worker without a thread of its own: messages are cloned and arrive later, as those of a real one. */
export function inProcessWorker(fetch: FetchFunction) {
  let isEnded = false;
  const posted: FromListWorker[] = [];
  const received: ToListWorker[] = [];
  const receive = createPageAnswers(fetch, (message) => {
    const data = structuredClone(message);
    posted.push(data);
    queueMicrotask(() => {
      // What the page listens to reads nothing else of the event.
      if (!isEnded) worker.onmessage?.call(worker as Worker, { data } as MessageEvent);
    });
  });
  const worker: WorkerLike = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message: ToListWorker) => {
      const data = structuredClone(message);
      received.push(data);
      queueMicrotask(() => {
        if (!isEnded) void receive(data);
      });
    },
    terminate: () => {
      isEnded = true;
    },
  };
  return {
    worker,
    posted,
    received,
    isEnded: () => isEnded,
    /** As when its script cannot be loaded or throws. */
    fail: () => worker.onerror?.call(worker as Worker, new Event("error") as ErrorEvent),
  };
}
