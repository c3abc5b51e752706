import { createWorkerExchange, type WorkerLike } from "../../src/graph/listWorker/workerExchange.ts";
import { createExchange, type FetchFunction } from "../../src/graph/transport.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { inProcessWorker } from "./inProcessWorker.ts";
import { stubClient } from "./stubGraph.ts";

const result = (actionState: string, totalLicensesCount: number) => ({
  "@odata.type": "#microsoft.graph.vppTokenRevokeLicensesActionResult",
  actionName: "revokeLicenses",
  actionState,
  startDateTime: "2026-02-01T10:00:00Z",
  lastUpdatedDateTime: "2026-02-01T11:00:00Z",
  totalLicensesCount,
  failedLicensesCount: 0,
  actionFailureReason: "none",
});
export const item = (id: string, count = 1) => ({
  id,
  displayName: `Token ${id}`,
  tokenActionResults: [result("done", count)],
});

export type Responder = () => Response | Promise<Response>;

/** A reader whose list is read by a worker after the first time. All share one Graph that answers in order. */
export function workerReader(responders: readonly Responder[]) {
  let asked = 0;
  const fetch: FetchFunction = async () => {
    const responder = responders[Math.min(asked, responders.length - 1)];
    asked += 1;
    return (responder ?? Response.error)();
  };
  const here: string[] = [];
  const fetchHere: FetchFunction = (url, init) => {
    here.push(url);
    return fetch(url, init);
  };
  const workers: ReturnType<typeof inProcessWorker>[] = [];
  let fetchThere = fetch;
  let open = (): WorkerLike | null => {
    const opened = inProcessWorker((url, init) => fetchThere(url, init));
    workers.push(opened);
    return opened.worker;
  };
  const elsewhere = createWorkerExchange({ open: () => open(), otherwise: createExchange(fetchHere) });
  const { client } = stubClient([], { fetch: fetchHere });
  return {
    reader: createVppTokenReader(client, { elsewhere }),
    /** Addresses that were asked for without a worker. */
    here,
    workers,
    asked: () => asked,
    allowNone: () => {
      open = () => null;
    },
    /** What the worker may not reach, whatever the page may. */
    block: () => {
      fetchThere = () => Promise.reject(new TypeError("Failed to fetch"));
    },
  };
}
