import type { Sharing } from "../../../src/monitor/group/sharing.ts";

export interface FakeTab {
  readonly sharing: Sharing;
  setVisible(isVisible: boolean): void;
  /** Hears nothing and holds what it holds, until it is woken. */
  hang(): void;
  wake(): void;
  /** Dies: the browser takes its locks and channels. */
  kill(): void;
  /** Locks held or waited for, channels and listeners. */
  leftovers(): number;
}

interface Grant {
  readonly tab: Tab;
  readonly callback: () => Promise<unknown>;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

interface Tab {
  isVisible: boolean;
  isHung: boolean;
  isDead: boolean;
  readonly inbox: (() => void)[];
  readonly visibilityListeners: Set<() => void>;
}

interface Member {
  readonly tab: Tab;
  readonly onMessage: (message: unknown) => void;
}

/**
 * The tabs of one storage partition: Web Locks (exclusive, first come, `signal`, `steal`) and BroadcastChannel
 * (structured clone, to all but the sender, in order) as their specifications have them, without a browser.
 */
export function createFakeBrowser() {
  const held = new Map<string, Grant>();
  const queues = new Map<string, Grant[]>();
  const channels = new Map<string, Set<Member>>();
  const messages: { readonly name: string; readonly message: unknown }[] = [];
  let tabs = 0;

  function next(name: string): void {
    const grant = held.has(name) ? undefined : queues.get(name)?.shift();
    if (grant !== undefined) hold(name, grant);
  }

  function hold(name: string, grant: Grant): void {
    held.set(name, grant);
    deliver(grant.tab, async () => {
      try {
        grant.resolve(await grant.callback());
      } catch (error) {
        grant.reject(error);
      }
      if (held.get(name) !== grant) return;
      held.delete(name);
      next(name);
    });
  }

  function request(tab: Tab, name: string, options: LockOptions, callback: () => Promise<unknown>) {
    return new Promise<unknown>((resolve, reject) => {
      const { signal, steal = false } = options;
      if (steal && signal) return reject(new DOMException("steal with signal", "NotSupportedError"));
      if (signal?.aborted) return reject(signal.reason);
      if (tab.isDead) return;
      const grant: Grant = { tab, callback, resolve, reject };
      if (steal) {
        const robbed = held.get(name);
        held.delete(name);
        deliver(robbed?.tab, () => robbed?.reject(new DOMException("stolen", "AbortError")));
        return hold(name, grant);
      }
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      queue.push(grant);
      signal?.addEventListener("abort", () => {
        const index = queue.indexOf(grant);
        if (index === -1) return;
        queue.splice(index, 1);
        reject(signal.reason);
      });
      next(name);
    });
  }

  function deliver(tab: Tab | undefined, event: () => void): void {
    if (tab === undefined || tab.isDead) return;
    if (tab.isHung) tab.inbox.push(event);
    else queueMicrotask(() => !tab.isDead && event());
  }

  function openChannel(tab: Tab, name: string, onMessage: (message: unknown) => void) {
    const members = channels.get(name) ?? new Set();
    channels.set(name, members);
    const me: Member = { tab, onMessage };
    members.add(me);
    return {
      post: function post(message: unknown): void {
        if (tab.isDead) return;
        if (tab.isHung) return void tab.inbox.push(() => post(message));
        messages.push({ name, message });
        for (const other of members) {
          if (other === me) continue;
          deliver(other.tab, () => members.has(other) && other.onMessage(structuredClone(message)));
        }
      },
      close: () => void members.delete(me),
    };
  }

  function release(tab: Tab): void {
    for (const members of channels.values()) {
      for (const member of members) if (member.tab === tab) members.delete(member);
    }
    for (const queue of queues.values()) {
      queue.splice(0, queue.length, ...queue.filter((grant) => grant.tab !== tab));
    }
    for (const [name, grant] of held) {
      if (grant.tab !== tab) continue;
      held.delete(name);
      next(name);
    }
  }

  return {
    /** All that was posted so far. */
    messages,
    openTab({ isVisible = true } = {}): FakeTab {
      const tab: Tab = {
        isVisible,
        isHung: false,
        isDead: false,
        inbox: [],
        visibilityListeners: new Set(),
      };
      const tabId = `tab${++tabs}`;
      let mounts = 0;
      const setVisible = (isNowVisible: boolean) => {
        tab.isVisible = isNowVisible;
        for (const listener of [...tab.visibilityListeners]) listener();
      };
      const sharing: Sharing = {
        // Only the form of `request` that is used.
        locks: {
          request: (name: string, options: LockOptions, callback: () => Promise<unknown>) =>
            request(tab, name, options, callback),
        } as NonNullable<Sharing["locks"]>,
        openChannel: (name, onMessage) => openChannel(tab, name, onMessage),
        isVisible: () => tab.isVisible,
        subscribeToVisibility: (listener) => {
          tab.visibilityListeners.add(listener);
          return () => tab.visibilityListeners.delete(listener);
        },
        newTabId: () => `${tabId}.${++mounts}`,
      };
      const isMine = ({ tab: owner }: { readonly tab: Tab }) => owner === tab;
      return {
        sharing,
        setVisible,
        hang: () => {
          tab.isHung = true;
        },
        wake: () => {
          tab.isHung = false;
          for (const event of tab.inbox.splice(0)) event();
        },
        kill: () => {
          tab.isDead = true;
          release(tab);
        },
        leftovers: () =>
          [
            ...held.values(),
            ...[...queues.values()].flat(),
            ...[...channels.values()].flatMap((all) => [...all]),
          ].filter(isMine).length + tab.visibilityListeners.size,
      };
    },
  };
}
