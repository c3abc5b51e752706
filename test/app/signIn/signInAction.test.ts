import { expect, it } from "vitest";
import { signInActionOf } from "../../../src/app/signIn/signInAction.ts";
import type { SignInProblemKind } from "../../../src/auth/session.ts";

it.each<[SignInProblemKind, string, string]>([
  ["clockWrong", "reload", "retry"],
  ["interactionInProgress", "reload", "retry"],
  ["storageBlocked", "reload", "retry"],
  ["mfaRequired", "continue", "continue"],
])("loads no page again that is someone else's: %s", (kind, own, others) => {
  expect([signInActionOf(kind, true), signInActionOf(kind, false)]).toEqual([own, others]);
});
