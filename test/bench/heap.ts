import type { BenchPage } from "./benchPage.ts";

/** Bytes of the page's JavaScript objects that are in use, after a collection. */
export async function measureHeap({ session }: BenchPage): Promise<number> {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.send("HeapProfiler.disable");
  return usedSize;
}
