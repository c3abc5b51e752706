/** Some milliseconds of work on a slow computer. */
const sliceLength = 100;

/**
 * Works through `items` a slice at a time, in order. Between slices the page is free to answer whoever uses it.
 */
export async function inSlices<Item>(
  items: readonly Item[],
  work: (slice: readonly Item[]) => void,
  onProgress?: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < items.length; start += sliceLength) {
    work(items.slice(start, start + sliceLength));
    onProgress?.(Math.min(items.length, start + sliceLength));
    await nextTask();
  }
}

/** Unlike a timer, a message is not held back while the page is hidden. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
