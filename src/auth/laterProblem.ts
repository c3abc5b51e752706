import { newProblem } from "./newProblem.ts";
import type { SignInProblem } from "./session.ts";

const load = () => import("./signInProblem.ts");

/**
 * What `error` means. All the errors that are known are loaded when there is one: most sign-ins go well. Where they
 * cannot be loaded, what signs people in is out of reach too.
 */
export async function problemOf(error: unknown, at: number): Promise<SignInProblem> {
  const known = await load().catch(() => null);
  return known?.toSignInProblem(error, at) ?? newProblem("loginUnreachable", at, { needsPerson: false });
}

/** While the network is there. */
export function preloadProblems(): void {
  load().catch(() => undefined);
}
