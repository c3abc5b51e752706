import type { CDPSession } from "@playwright/test";

/** Chromium's own events, as far as they are read here. */
interface NetworkEvents {
  "Network.requestWillBeSent": {
    readonly requestId: string;
    readonly request: { readonly url: string; readonly method: string };
  };
  "Network.dataReceived": { readonly requestId: string; readonly dataLength: number };
  "Network.loadingFinished": { readonly requestId: string; readonly encodedDataLength: number };
  "Network.loadingFailed": { readonly requestId: string };
}
type EventName = keyof NetworkEvents;

export interface PageNetwork {
  on<Name extends EventName>(name: Name, listener: (event: NetworkEvents[Name]) => void): void;
}

interface WorkerMessage {
  readonly method?: string;
  readonly params?: unknown;
}

/** What a page and its workers send; Chromium tells of a worker's requests only who is attached to it. */
export async function followNetwork(session: CDPSession): Promise<PageNetwork> {
  const ofWorkers: ((message: WorkerMessage, sessionId: string) => void)[] = [];
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== "worker") return;
    void tell(session, sessionId, "Network.enable").then(() =>
      tell(session, sessionId, "Runtime.runIfWaitingForDebugger"),
    );
  });
  session.on("Target.receivedMessageFromTarget", ({ message, sessionId }) => {
    for (const hear of ofWorkers) hear(JSON.parse(message), sessionId);
  });
  // Playwright hands on no message of a worker in the flat form.
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  });
  await session.send("Network.enable", { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
  return {
    on(name, listener) {
      type Heard = Parameters<typeof listener>[0];
      session.on(name, (event: unknown) => listener(event as Heard)); // Chromium's own form
      ofWorkers.push(({ method, params }, sessionId) => {
        if (method !== name) return;
        const event = params as Heard; // the same
        listener({ ...event, requestId: `${sessionId} ${event.requestId}` });
      });
    },
  };
}

async function tell(session: CDPSession, sessionId: string, method: string): Promise<void> {
  const message = JSON.stringify({ id: 1, method });
  // A worker that has ended meanwhile hears nothing.
  await session.send("Target.sendMessageToTarget", { sessionId, message }).catch(() => undefined);
}
