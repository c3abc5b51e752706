import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import * as React from "react";
import { afterEach } from "vitest";

// jsdom has no `reportError`. What the app would report, such as a missing message, fails the test.
globalThis.reportError ??= (error: unknown) => {
  throw error;
};

// jsdom lays nothing out, so nothing changes its size.
globalThis.ResizeObserver ??= class implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// Where a render has read a promise by `use`, React's `act` ends before what that render has deferred. These tests mean
// what a person sees when all is done.
const internals: unknown = Reflect.get(
  React,
  "__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE",
);
if (typeof internals !== "object" || internals === null || !("didUsePromise" in internals))
  throw new Error("React keeps it elsewhere now");
Object.defineProperty(internals, "didUsePromise", { get: () => false, set: () => undefined });

// Parts that load later take their time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
