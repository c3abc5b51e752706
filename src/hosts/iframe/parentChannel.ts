import { type Said, sealed } from "../messages/envelope.ts";
import type { FrameMessage } from "../messages/frameMessage.ts";
import { type ParentMessage, parseParentMessage } from "../messages/parentMessage.ts";

export type ParentSettings = Omit<Extract<ParentMessage, { type: "ready" }>, "type" | Envelope>;
export type ParentChoices = Omit<Extract<ParentMessage, { type: "update" }>, "type" | Envelope>;
type Envelope = "source" | "version" | "conversation";

/** A listed page around this frame, once it has answered. */
export interface ParentChannel {
  readonly origin: string;
  readonly settings: ParentSettings;
  /** The sign-in is that of an app of Microsoft's which is around. */
  readonly hasSignInBridge?: boolean;
  /** Asks for an access token; rejects when the parent refuses. Waits as long as the parent does. */
  getAccessToken(request: { readonly scopes: readonly string[]; readonly claims?: string }): Promise<string>;
  say(said: Said<FrameMessage>): void;
  /** Calls back with what the parent chooses anew, also with what it chose before anybody listened. Returns how to stop. */
  subscribe(listener: (choices: ParentChoices) => void): () => void;
}

interface Waiting {
  readonly resolve: (accessToken: string) => void;
  readonly reject: (error: Error) => void;
}

/** How often a parent that may not listen yet is greeted, in milliseconds. */
const greetEveryMs = 500;

/**
 * Greets the parent of `frame` until it answers from an origin that is listed. Nothing is said to any other: each
 * message names the origin that it is for. `origins`: those that the parent may have.
 */
export function openParentChannel(frame: Window, origins: readonly string[]): Promise<ParentChannel> {
  const { parent } = frame;
  const conversation = frame.crypto.randomUUID();
  const listeners = new Set<(choices: ParentChoices) => void>();
  const waiting = new Map<number, Waiting>();
  let unheard: ParentChoices = {};
  let requests = 0;

  function listen(hear: (message: ParentMessage, origin: string) => void): void {
    frame.addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== parent || !origins.includes(origin)) return;
      const message = parseParentMessage(data);
      if (message !== null && message.conversation === conversation) hear(message, origin);
    });
  }

  function greet(): void {
    for (const origin of origins) parent.postMessage(sealed(conversation, { type: "hello" }), origin);
  }

  function open(origin: string, settings: ParentSettings): ParentChannel {
    const say = (said: Said<FrameMessage>) => parent.postMessage(sealed(conversation, said), origin);
    return {
      origin,
      settings,
      say,
      getAccessToken: ({ scopes, claims }) =>
        new Promise((resolve, reject) => {
          requests += 1;
          waiting.set(requests, { resolve, reject });
          const asked = { request: requests, scopes: [...scopes], ...(claims !== undefined && { claims }) };
          say({ type: "getaccesstoken", ...asked });
        }),
      subscribe(listener) {
        listeners.add(listener);
        if (Object.keys(unheard).length > 0) listener(unheard);
        unheard = {};
        return () => listeners.delete(listener);
      },
    };
  }

  function hearLater(message: ParentMessage): void {
    switch (message.type) {
      case "ready":
        break;
      case "update":
        if (listeners.size === 0) unheard = { ...unheard, ...choicesOf(message) };
        for (const listener of [...listeners]) listener(choicesOf(message));
        break;
      case "accesstoken":
        waiting.get(message.request)?.resolve(message.accessToken);
        waiting.delete(message.request);
        break;
      case "accesstokenrefused":
        waiting.get(message.request)?.reject(new Error("the parent gave no access token"));
        waiting.delete(message.request);
        break;
    }
  }

  return new Promise((resolve) => {
    let opened: string | null = null;
    const timer = frame.setInterval(greet, greetEveryMs);
    listen((message, origin) => {
      if (opened !== null) {
        if (origin === opened) hearLater(message);
      } else if (message.type === "ready") {
        opened = origin;
        frame.clearInterval(timer);
        const { hasAccessTokens, historyKey } = message;
        resolve(
          open(origin, {
            hasAccessTokens,
            ...(historyKey !== undefined && { historyKey }),
            ...choicesOf(message),
          }),
        );
      }
    });
    greet();
  });
}

function choicesOf({ locale, theme, view }: ParentChoices): ParentChoices {
  return {
    ...(locale !== undefined && { locale }),
    ...(theme !== undefined && { theme }),
    ...(view !== undefined && { view }),
  };
}
