import { type Said, sealed } from "../messages/envelope.ts";
import { type FrameMessage, parseFrameMessage } from "../messages/frameMessage.ts";
import { type ParentMessage, wrongFieldOf } from "../messages/parentMessage.ts";

export type MonitorTheme = "light" | "dark" | "contrast" | "system";

export interface AccessTokenRequest {
  readonly scopes: readonly string[];
  /** JSON of a claims challenge: Microsoft Entra wants it in the request for the next access token. */
  readonly claims?: string;
}

/** What the page around the frame chooses. What it leaves out, the person chooses in the frame. */
export interface MonitorChoices {
  /** BCP 47 tag, such as `ru`. */
  readonly locale?: string;
  readonly theme?: MonitorTheme;
  /** The query string of a link to the dashboard, such as `?outcome=failed`. */
  readonly view?: string;
}

export type MonitorEvent =
  | {
      /** A revocation ended or stands still. */
      readonly type: "revocationchange";
      readonly kind: "done" | "doneWithFailures" | "failed" | "canceled" | "stopped" | "unchanged";
      /** Epoch milliseconds. */
      readonly happenedAt: number;
      /** Opens it. */
      readonly view: string;
    }
  /** Reading waits for a person who signs in. */
  | { readonly type: "signinrequired" };

export interface MonitorFrameOptions extends MonitorChoices {
  /** Access tokens for Microsoft Graph, by this page's own sign-in. Without it the frame signs in by itself. */
  readonly getAccessToken?: (request: AccessTokenRequest) => Promise<string>;
  /** Tells this person from others, so that the browser may keep a history; only with `getAccessToken`. */
  readonly historyKey?: string;
  readonly onViewChange?: (view: string) => void;
  /** Pixels that the frame would need to show all, up to 4,000. */
  readonly onHeight?: (height: number) => void;
  readonly onEvent?: (event: MonitorEvent) => void;
}

export interface MonitorFrame {
  /** Changes what was chosen; what is left out stays. */
  update(choices: MonitorChoices): void;
  /** Neither hears nor answers the frame any more. */
  disconnect(): void;
}

/**
 * Talks to VPP Revocation Monitor in an iframe whose `src` is its `embed.html`. This page's origin must stand in
 * `embed.allowedOrigins` of the dashboard's `config.json`. Access tokens go to that origin in that frame and nowhere else.
 */
export function connectRevocationMonitor(
  frame: HTMLIFrameElement,
  options: MonitorFrameOptions = {},
): MonitorFrame {
  const frameOrigin = originOf(frame);
  const page = frame.ownerDocument.defaultView ?? window;
  const { getAccessToken, historyKey, onViewChange, onHeight, onEvent } = options;
  const hasAccessTokens = getAccessToken !== undefined;
  const offered = { hasAccessTokens, ...(historyKey !== undefined && { historyKey }) };
  let chosen = choicesOf(options);
  let conversation = "";
  let lastRequest = -1;
  refuseWrong({ type: "ready", ...offered, ...chosen });

  function onMessage({ source, origin, data }: MessageEvent<unknown>): void {
    if (source === null || source !== frame.contentWindow || origin !== frameOrigin) return;
    const message = parseFrameMessage(data);
    if (message?.type === "hello") greet(message.conversation);
    else if (message !== null && message.conversation === conversation) hear(message);
  }

  function greet(newConversation: string): void {
    if (conversation !== newConversation) lastRequest = -1;
    conversation = newConversation;
    say({ type: "ready", ...offered, ...chosen });
  }

  function hear(message: Exclude<FrameMessage, { type: "hello" }>): void {
    switch (message.type) {
      case "getaccesstoken":
        if (message.request > lastRequest) void answer(message);
        break;
      case "height":
        onHeight?.(message.height);
        break;
      case "viewchange":
        // A frame that is loaded again comes back to it.
        chosen = { ...chosen, view: message.view };
        onViewChange?.(message.view);
        break;
      case "revocationchange":
        onEvent?.(eventOf(message));
        break;
      case "signinrequired":
        onEvent?.({ type: "signinrequired" });
        break;
    }
  }

  async function answer({ request, scopes, claims }: Extract<FrameMessage, { type: "getaccesstoken" }>) {
    const asked = conversation;
    lastRequest = request;
    const accessToken = await accessTokenFor({ scopes, ...(claims !== undefined && { claims }) });
    // Another load of the frame asks again by itself.
    if (asked !== conversation) return;
    if (accessToken === null) say({ type: "accesstokenrefused", request });
    else say({ type: "accesstoken", request, accessToken });
  }

  async function accessTokenFor(request: AccessTokenRequest): Promise<string | null> {
    try {
      const accessToken: unknown = await getAccessToken?.(request);
      return typeof accessToken === "string" && accessToken !== "" ? accessToken : null;
    } catch {
      return null;
    }
  }

  function say(said: Said<ParentMessage>): void {
    frame.contentWindow?.postMessage(sealed(conversation, said), frameOrigin);
  }

  page.addEventListener("message", onMessage);
  return {
    update(choices) {
      const changed = choicesOf(choices);
      refuseWrong({ type: "update", ...changed });
      chosen = { ...chosen, ...changed };
      if (conversation !== "") say({ type: "update", ...changed });
    },
    disconnect() {
      page.removeEventListener("message", onMessage);
      conversation = "";
    },
  };
}

function originOf(frame: HTMLIFrameElement): string {
  const address = frame.getAttribute("src") ? frame.src : "";
  if (!/^https?:/.test(address)) {
    throw new TypeError("connectRevocationMonitor: the iframe's src must be the address of embed.html");
  }
  return new URL(address).origin;
}

/** The frame would ignore it in silence. */
function refuseWrong(said: Said<ParentMessage>): void {
  const field = wrongFieldOf(sealed("not-yet-begun", said));
  if (field !== null) throw new TypeError(`connectRevocationMonitor: ${field} is not of an allowed form`);
}

function choicesOf({ locale, theme, view }: MonitorChoices): MonitorChoices {
  return {
    ...(locale !== undefined && { locale }),
    ...(theme !== undefined && { theme }),
    ...(view !== undefined && { view }),
  };
}

function eventOf({ kind, happenedAt, view }: Extract<MonitorEvent, { type: "revocationchange" }>) {
  return { type: "revocationchange", kind, happenedAt, view } as const;
}
