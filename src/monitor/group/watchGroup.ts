import { parseGroupMessage, protocolVersion } from "./groupMessage.ts";
import { createHeadPublisher } from "./headPublisher.ts";
import { createHeadReceiver } from "./headReceiver.ts";
import { createLeadership } from "./leadership.ts";
import type { SharedState } from "./sharedState.ts";
import type { Sharing } from "./sharing.ts";

/** `alone`: nothing is shared, because this browser or frame cannot; it reads by itself. */
export type GroupRole = "leader" | "follower" | "alone";

interface WatchGroupOptions {
  readonly name: string;
  readonly sharing: Sharing;
  /** Whether this tab may lead: one that cannot read, or should not, is no candidate. */
  readonly isCandidate: boolean;
  readonly getState: () => SharedState;
  /** Takes over what the leader says. */
  readonly adopt: (state: SharedState) => void;
  readonly onRole: (role: GroupRole) => void;
  /** Another tab wants Graph read at once; asked of the leader only. */
  readonly onReadWanted: () => void;
}

export interface WatchGroup {
  /** Queues for the lead, or gives it up. */
  setCandidate(isCandidate: boolean): void;
  /** Tells the others what changed; does nothing unless this tab leads. */
  publish(): void;
  /** Asks the leader to read at once. */
  wantRead(): void;
  close(): void;
}

/** A leader that is silent for so long is asked for a sign of life. */
const silenceMs = 15_000;
/** A leader that gives none in this time hangs, and loses the lead to the tab that asked. */
const answerMs = 1_000;
/** Tabs that miss their leader at the same time take over at different times, so that the first is heard by the rest. */
const answerSpreadMs = 500;

/**
 * The tabs and frames of one storage partition that watch under one name: one leads and says what changed, the others
 * follow. Who leads is decided in `leadership.ts`, what they say is in `groupMessage.ts`.
 */
export function createWatchGroup(options: WatchGroupOptions): WatchGroup {
  const { name, sharing, getState, adopt, onRole, onReadWanted } = options;
  const { locks } = sharing;
  const channel = locks && sharing.openChannel(name, hear);
  if (locks === null || channel === null) {
    onRole("alone");
    return notShared;
  }
  const { post } = channel;
  let role: GroupRole = "follower";
  let { isCandidate } = options;
  let isClosed = false;
  let askedLeader: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tabId = sharing.newTabId();
  const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
  const publisher = createHeadPublisher({ tabId, post, getState, nextTask });
  const receiver = createHeadReceiver({ getState, adopt });
  const leadership = createLeadership({
    name,
    locks,
    onChange: (change) => ({ gained: lead, lost: follow, blocked: leave })[change](),
  });

  function lead(): void {
    clearTimeout(timer);
    role = "leader";
    onRole(role);
    publisher.lead(receiver.anchor);
  }

  function follow(): void {
    if (isClosed) return;
    role = "follower";
    receiver.resume(publisher.stop());
    onRole(role);
    // Robbed: another tab has long gone on.
    if (isCandidate) askForAnswer();
  }

  function leave(): void {
    close();
    role = "alone";
    onRole(role);
  }

  function hear(received: unknown): void {
    const message = parseGroupMessage(received);
    if (message === null) return;
    if (role === "leader") {
      if (message.type === "hello") publisher.answer(message.revision);
      if (message.type === "readWanted") onReadWanted();
      return;
    }
    if (message.type === "tokens") {
      watchLeader();
      receiver.stage(message);
      if (message.isState) askedLeader = message.from;
    } else if (message.type === "head") {
      watchLeader();
      if (message.status.isHidden && sharing.isVisible()) leadership.steal();
      if (receiver.receive(message) === "applied") askedLeader = null;
      else if (askedLeader !== message.from) sayHello(message.from);
    }
  }

  function sayHello(to: string | null): void {
    askedLeader = to;
    post({ type: "hello", version: protocolVersion, revision: receiver.anchor?.revision ?? null });
  }

  /** Only a tab that could lead minds a silent leader. */
  function watchLeader(): void {
    clearTimeout(timer);
    if (isCandidate) timer = setTimeout(askForAnswer, silenceMs);
  }

  function askForAnswer(): void {
    sayHello(null);
    expectAnswer();
  }

  function expectAnswer(): void {
    clearTimeout(timer);
    if (isCandidate) timer = setTimeout(leadership.steal, answerMs + Math.random() * answerSpreadMs);
  }

  function close(): void {
    isClosed = true;
    clearTimeout(timer);
    publisher.stop();
    leadership.close();
    channel?.close();
  }

  askForAnswer();
  leadership.setCandidate(isCandidate);
  return {
    setCandidate(next) {
      if (next === isCandidate || isClosed) return;
      isCandidate = next;
      if (next) askForAnswer();
      else clearTimeout(timer);
      leadership.setCandidate(next);
    },
    publish: publisher.publish,
    wantRead() {
      if (isClosed) return;
      post({ type: "readWanted", version: protocolVersion });
      expectAnswer();
    },
    close,
  };
}

const notShared: WatchGroup = { setCandidate() {}, publish() {}, wantRead() {}, close() {} };
