import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// jsdom has no `reportError`. What the app would report, such as a missing message, fails the test.
globalThis.reportError ??= (error: unknown) => {
  throw error;
};

// Parts that load later take their time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);
