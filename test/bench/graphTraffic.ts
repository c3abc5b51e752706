import type { CDPSession } from "@playwright/test";
import { graphOrigin } from "../support/entra.ts";
import type { PageNetwork } from "./pageNetwork.ts";

/** What went between a page, its workers and Graph, as Chromium counts it. */
export interface Traffic {
  /** Without preflights. */
  readonly requests: number;
  readonly preflights: number;
  /** On the wire, with headers. */
  readonly wireBytes: number;
  /** Bodies after decompression. */
  readonly bodyBytes: number;
}

export interface TrafficMeter {
  /** Since the page was opened. */
  read(): Traffic;
  /** Milliseconds since the last request of the page began or ended; 0 while one is under way. */
  quietMs(): number;
}

export async function meterGraph(session: CDPSession, network: PageNetwork): Promise<TrafficMeter> {
  const methods = new Map<string, string>();
  const open = new Set<string>();
  let [requests, preflights, wireBytes, bodyBytes] = [0, 0, 0, 0];
  let lastAt = Date.now();
  const end = (id: string) => {
    open.delete(id);
    lastAt = Date.now();
  };
  network.on("Network.requestWillBeSent", ({ requestId, request: { url, method } }) => {
    if (!url.startsWith(graphOrigin)) return;
    methods.set(requestId, method);
    open.add(requestId);
    if (method === "OPTIONS") preflights += 1;
    else requests += 1;
  });
  network.on("Network.dataReceived", ({ requestId, dataLength }) => {
    if (methods.has(requestId)) bodyBytes += dataLength;
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!methods.has(requestId)) return;
    wireBytes += encodedDataLength;
    end(requestId);
  });
  network.on("Network.loadingFailed", ({ requestId }) => end(requestId));
  // A page that goes away leaves its requests without an end.
  session.on("Page.frameNavigated", ({ frame }) => {
    if (frame.parentId === undefined) open.clear();
  });
  await session.send("Page.enable");
  return {
    read: () => ({ requests, preflights, wireBytes, bodyBytes }),
    quietMs: () => (open.size > 0 ? 0 : Date.now() - lastAt),
  };
}

export function trafficBetween(before: Traffic, after: Traffic): Traffic {
  return {
    requests: after.requests - before.requests,
    preflights: after.preflights - before.preflights,
    wireBytes: after.wireBytes - before.wireBytes,
    bodyBytes: after.bodyBytes - before.bodyBytes,
  };
}
