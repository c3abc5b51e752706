import type { Sharing } from "./sharing.ts";

interface LeadershipOptions {
  readonly name: string;
  readonly locks: NonNullable<Sharing["locks"]>;
  /** `blocked`: this browser or frame refuses Web Locks, now and later. */
  readonly onChange: (change: "gained" | "lost" | "blocked") => void;
}

export interface Leadership {
  /** Queues for the lead, or gives it up or leaves the queue. */
  setCandidate(isCandidate: boolean): void;
  /** Takes the lead from a tab that holds it and does not answer. */
  steal(): void;
  close(): void;
}

interface Attempt {
  isWithdrawn: boolean;
  isHeld: boolean;
  /** Leaves the queue, or gives the lock back. */
  leave(): void;
}

/**
 * Who leads is who holds a Web Lock: the browser hands it on by itself when its holder's tab closes or dies.
 * Source: https://developer.mozilla.org/docs/Web/API/Web_Locks_API
 */
export function createLeadership({ name, locks, onChange }: LeadershipOptions): Leadership {
  let isCandidate = false;
  let current: Attempt | null = null;

  function begin(shouldSteal: boolean): void {
    const queue = new AbortController();
    const attempt: Attempt = { isWithdrawn: false, isHeld: false, leave: () => queue.abort() };
    current = attempt;
    const options: LockOptions = shouldSteal ? { steal: true } : { signal: queue.signal };
    void hold(attempt, options);
  }

  async function hold(attempt: Attempt, options: LockOptions): Promise<void> {
    try {
      await locks.request(name, options, () => whileHeld(attempt));
    } catch {
      if (!attempt.isWithdrawn) lose(attempt);
    }
  }

  async function whileHeld(attempt: Attempt): Promise<void> {
    if (attempt.isWithdrawn) return;
    const left = new Promise<void>((resolve) => {
      attempt.leave = resolve;
    });
    attempt.isHeld = true;
    onChange("gained");
    await left;
  }

  /** The lock was stolen, or was never to be had. */
  function lose({ isHeld }: Attempt): void {
    current = null;
    onChange(isHeld ? "lost" : "blocked");
    if (isHeld && isCandidate && current === null) begin(false);
  }

  function withdraw(): void {
    const attempt = current;
    if (attempt === null) return;
    current = null;
    attempt.isWithdrawn = true;
    attempt.leave();
    if (attempt.isHeld) onChange("lost");
  }

  return {
    setCandidate(next) {
      isCandidate = next;
      if (!isCandidate) withdraw();
      else if (current === null) begin(false);
    },
    steal() {
      if (!isCandidate || current?.isHeld) return;
      withdraw();
      begin(true);
    },
    close() {
      isCandidate = false;
      withdraw();
    },
  };
}
