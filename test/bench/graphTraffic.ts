import type { CDPSession } from "@playwright/test";
import { graphOrigin } from "../support/entra.ts";

/** What went between a page and Graph, as Chromium counts it. */
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

export async function meterGraph(session: CDPSession): Promise<TrafficMeter> {
  const methods = new Map<string, string>();
  const open = new Set<string>();
  let [requests, preflights, wireBytes, bodyBytes] = [0, 0, 0, 0];
  let lastAt = Date.now();
  const end = (id: string) => {
    open.delete(id);
    lastAt = Date.now();
  };
  session.on("Network.requestWillBeSent", ({ requestId, request: { url, method } }) => {
    if (!url.startsWith(graphOrigin)) return;
    methods.set(requestId, method);
    open.add(requestId);
    if (method === "OPTIONS") preflights += 1;
    else requests += 1;
  });
  session.on("Network.dataReceived", ({ requestId, dataLength }) => {
    if (methods.has(requestId)) bodyBytes += dataLength;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!methods.has(requestId)) return;
    wireBytes += encodedDataLength;
    end(requestId);
  });
  session.on("Network.loadingFailed", ({ requestId }) => end(requestId));
  // A page that goes away leaves its requests without an end.
  session.on("Page.frameNavigated", ({ frame }) => {
    if (frame.parentId === undefined) open.clear();
  });
  await session.send("Page.enable");
  await session.send("Network.enable", { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
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
