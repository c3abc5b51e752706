/** A promise that `readPromise` can read at once when it has settled. */
type Readable<Value> = Promise<Value> & {
  status?: "fulfilled" | "rejected";
  value?: Value;
  reason?: unknown;
};

/** Longer than React needs to render again what has failed; shorter than a person needs to try again. */
const failureKeptMs = 500;

/**
 * Loads each key once and remembers it. A value that is there is read by `readPromise` without a pause, so changing to
 * it shows no blank in between. A failure is remembered only for a moment: whoever tries again loads again, but React,
 * which renders what has failed once more before it gives up, must meet the failure and not another load without end.
 */
export function loadOnce<Key extends string, Value>(
  load: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const loads = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = loads.get(key);
    if (known !== undefined) return known;
    const promise = marked(load(key));
    loads.set(key, promise);
    promise.catch(() => void setTimeout(() => loads.delete(key), failureKeptMs));
    return promise;
  };
}

/** The same promise, which `readPromise` can read at once as soon as it has settled. */
export function marked<Value>(promise: Promise<Value>): Promise<Value> {
  promise.then(
    (value) => void Object.assign(promise, { status: "fulfilled", value }),
    (reason: unknown) => void Object.assign(promise, { status: "rejected", reason }),
  );
  return promise;
}

export function isSettled(promise: Readable<unknown>): boolean {
  return promise.status === "fulfilled" || promise.status === "rejected";
}
