import { useEffect, useRef, useState } from "react";
import type { Session, SignInProblem } from "../../auth/session.ts";
import { useClock, useTimed } from "../../monitor/clock.tsx";
import { claimSelfSignIn, selfSignInPauseMs } from "./selfSignIn.ts";

interface SelfSignInOptions {
  readonly session: Session;
  /** Each new one is a reason to try, as far as the last try is long enough ago. */
  readonly problem: SignInProblem | null;
  /** Somebody signed out on purpose: nothing is begun without a person. */
  readonly hasSignedOut: boolean;
  /** Asks once more without leaving the page; what comes of it is the next problem, or none. */
  readonly onRetry: (() => void) | undefined;
}

/**
 * Where a sign-in is needed: goes to the login page of the whole window once, and asks there for an answer without a
 * person. If Microsoft's session still lives, the page comes back signed in; otherwise it comes back with a problem,
 * so that it is this page that calls a person and not a login page in small letters. Whether it is on its way.
 */
export function useSelfSignIn({ session, problem, hasSignedOut, onRetry }: SelfSignInOptions): boolean {
  const clock = useClock();
  const [isLeaving, setLeaving] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing of `problem` is read, but each new one is to be tried for once
  useEffect(() => {
    if (hasSignedOut || !claimSelfSignIn(clock())) return;
    setLeaving(true);
    void session.signIn({ prompt: "none" }).then(() => setLeaving(false));
  }, [session, problem, hasSignedOut, clock]);
  useHourlyRetry(onRetry);
  return isLeaving;
}

/** The login service may have had a bad hour, and a page that leaves while the network is down does not come back. */
function useHourlyRetry(onRetry: (() => void) | undefined): void {
  const hour = useTimed(hourOf, 60_000);
  const begunIn = useRef(hour);
  useEffect(() => {
    if (hour === begunIn.current) return;
    begunIn.current = hour;
    onRetry?.();
  }, [hour, onRetry]);
}

function hourOf(now: number): number {
  return Math.floor(now / selfSignInPauseMs);
}
