import { expect, it, vi } from "vitest";
import { performSignIn, signInActionOf } from "../../../src/app/signIn/signInAction.ts";
import { createDemoSession } from "../../../src/auth/demoSession.ts";
import type { SignInProblemKind } from "../../../src/auth/session.ts";

it.each<[SignInProblemKind, string, string]>([
  ["clockWrong", "reload", "retry"],
  ["interactionInProgress", "reload", "retry"],
  ["storageBlocked", "reload", "retry"],
  ["mfaRequired", "continue", "continue"],
])("loads no page again that is someone else's: %s", (kind, own, others) => {
  expect([signInActionOf(kind, true), signInActionOf(kind, false)]).toEqual([own, others]);
});

it("has nobody go on with a page that is being loaded again", async () => {
  const reload = vi.fn();
  const page = { location: { reload } } as unknown as Window;
  const goesOn = performSignIn(
    createDemoSession(() => 0),
    "reload",
    page,
  ).then(() => "goes on");
  expect(await Promise.race([goesOn, new Promise((resolve) => setTimeout(resolve, 0, "waits"))])).toBe(
    "waits",
  );
  expect(reload).toHaveBeenCalledOnce();
});
