/** One channel to the other tabs; what it hears may come from another version of the product. */
export interface TabChannel {
  post(message: unknown): void;
  close(): void;
}

/** What a tab needs from its browser to watch together with others of the same storage partition. */
export interface Sharing {
  /** `null` where Web Locks are missing. */
  readonly locks: Pick<LockManager, "request"> | null;
  /** `null` where a channel is missing or refused. */
  openChannel(name: string, onMessage: (message: unknown) => void): TabChannel | null;
  isVisible(): boolean;
  subscribeToVisibility(listener: () => void): () => void;
  /** Another one for every mount. */
  newTabId(): string;
}

/** The real browser. Every part may be missing: insecure contexts, sandboxed frames, old browsers. */
export const browserSharing: Sharing = {
  // The DOM's types promise what an insecure context does not have.
  locks: (globalThis.navigator?.locks as LockManager | undefined) ?? null,
  openChannel: openBroadcastChannel,
  isVisible: () => document.visibilityState === "visible",
  subscribeToVisibility: (listener) => {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
  newTabId: () => crypto.randomUUID(),
};

function openBroadcastChannel(name: string, onMessage: (message: unknown) => void): TabChannel | null {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => onMessage(data);
    return { post: (message) => channel.postMessage(message), close: () => channel.close() };
  } catch {
    return null;
  }
}
