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
    const promise: Readable<Value> = load(key);
    loads.set(key, promise);
    promise.then(
      (value) => Object.assign(promise, { status: "fulfilled", value }),
      (reason: unknown) => {
        Object.assign(promise, { status: "rejected", reason });
        setTimeout(() => loads.delete(key), failureKeptMs);
      },
    );
    return promise;
  };
}
