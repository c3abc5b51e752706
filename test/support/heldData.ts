import type { CDPSession } from "@playwright/test";

interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
}

/** What the browser compiled out of scripts, or holds for itself: it comes and goes with how often code ran. */
const notData = new Set(["code", "native"]);

/** Bytes of the page's own objects, texts and functions that can still be reached. */
export async function measureHeldData(browser: CDPSession): Promise<number> {
  const { snapshot, nodes } = await takeSnapshot(browser);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [kinds] = types;
  const [kindAt, sizeAt] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const kind = kinds[nodes[node + kindAt] ?? -1] ?? "";
    if (!notData.has(kind)) bytes += nodes[node + sizeAt] ?? 0;
  }
  return bytes;
}

async function takeSnapshot(browser: CDPSession): Promise<HeapSnapshot> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  browser.on("HeapProfiler.addHeapSnapshotChunk", keep);
  await browser.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  browser.off("HeapProfiler.addHeapSnapshotChunk", keep);
  return JSON.parse(chunks.join(""));
}
