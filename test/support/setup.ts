import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// jsdom has no `reportError`. What the app would report, such as a missing message, fails the test.
globalThis.reportError ??= (error: unknown) => {
  throw error;
};

afterEach(cleanup);
