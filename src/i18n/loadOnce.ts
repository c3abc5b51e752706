/** A promise that React's `use` can read at once when it has settled. */
type Readable<Value> = Promise<Value> & { status?: "fulfilled"; value?: Value };

/**
 * Loads each key once and remembers it; a load that failed is tried again at the next call. A value that is there is
 * read by `use` without a pause, so changing to it shows no blank in between.
 * Source: https://react.dev/reference/react/use
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
      () => loads.delete(key),
    );
    return promise;
  };
}
