import * as React from "react";

/** How React 19's own `use` marks what it has read; whoever settles a promise early may mark it too. */
interface Marks<Value> {
  status?: "pending" | "fulfilled" | "rejected";
  value?: Value;
  reason?: unknown;
}

/** React 18 has none. */
const use = Reflect.get(React, "use") as (<Value>(promise: Promise<Value>) => Value) | undefined;

/**
 * The value of a promise, while rendering: suspends until it has settled. React 19's `use` where there is one, and what
 * it does where there is not, since a portal brings its own React. React 19 renders again and again, without a pause,
 * what throws a promise by itself while it prepares what a deferred value asks for.
 * Source: https://react.dev/reference/react/use
 */
export function readPromise<Value>(promise: Promise<Value> & Marks<Value>): Value {
  return use === undefined ? readOrThrow(promise) : use(promise);
}

/** Exported for the tests, which run in React 19. */
export function readOrThrow<Value>(promise: Promise<Value> & Marks<Value>): Value {
  // The status says that there is a value.
  if (promise.status === "fulfilled") return promise.value as Value;
  if (promise.status === "rejected") throw promise.reason;
  if (promise.status === undefined) {
    promise.status = "pending";
    promise.then(
      (value) => void Object.assign(promise, { status: "fulfilled", value }),
      (reason: unknown) => void Object.assign(promise, { status: "rejected", reason }),
    );
  }
  throw promise;
}
