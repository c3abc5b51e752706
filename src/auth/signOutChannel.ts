interface SignOutMessage {
  readonly version: 1;
  readonly accountId: string;
}

export interface SignOutChannel {
  readonly announce: (accountId: string) => void;
  readonly close: () => void;
}

/**
 * Tells the other tabs of this origin and app that an account was signed out: each tab has a cache of its own.
 * Without `BroadcastChannel` (some sandboxed frames refuse it) nothing is told and nothing fails.
 */
export function openSignOutChannel(clientId: string, onSignOut: (accountId: string) => void): SignOutChannel {
  const channel = openChannel(`vpp-revocation-monitor.sign-out.${clientId}`);
  channel?.addEventListener("message", ({ data }) => {
    if (isSignOutMessage(data)) onSignOut(data.accountId);
  });
  return {
    announce: (accountId) => channel?.postMessage({ version: 1, accountId } satisfies SignOutMessage),
    close: () => channel?.close(),
  };
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

function isSignOutMessage(data: unknown): data is SignOutMessage {
  return (
    typeof data === "object" &&
    data !== null &&
    "version" in data &&
    data.version === 1 &&
    "accountId" in data &&
    typeof data.accountId === "string"
  );
}
