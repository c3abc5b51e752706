import { BrowserAuthError } from "@azure/msal-browser";
import { afterEach, expect, it, vi } from "vitest";
import { problemOf } from "../../src/auth/laterProblem.ts";

const cancelled = new BrowserAuthError("user_cancelled", "c0ffee");

afterEach(() => {
  vi.doUnmock("../../src/auth/signInProblem.ts");
  vi.resetModules();
});

it("says what an error means", async () => {
  expect(await problemOf(cancelled, 7)).toMatchObject({ kind: "cancelled", at: 7, needsPerson: true });
});

it("says that nothing can be reached where that cannot be loaded either", async () => {
  vi.doMock("../../src/auth/signInProblem.ts", () => {
    throw new Error("no network");
  });
  vi.resetModules();
  const fresh = await import("../../src/auth/laterProblem.ts");
  const problem = { kind: "loginUnreachable", at: 7, needsPerson: false };
  expect(await fresh.problemOf(cancelled, 7)).toMatchObject(problem);
});
