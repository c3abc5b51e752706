import type { Fault, FaultContext, FaultOutcome } from "./fault.ts";

/** The answer after the fault has had its way; rejects like `fetch` when there is none. */
export async function applyFault(
  fault: Fault | undefined,
  request: Request,
  readNumber: number,
  context: FaultContext,
): Promise<Response> {
  const outcome: FaultOutcome = (await fault?.(request, readNumber, context)) ?? null;
  if (outcome === null) return context.answer();
  if (outcome === "network") throw new TypeError("Failed to fetch");
  if (outcome === "hang") return untilAborted(request.signal);
  if (outcome === "cut") return cutInHalf(await context.answer());
  return outcome;
}

export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

async function cutInHalf(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  let hasSentHalf = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (hasSentHalf) controller.error(new TypeError("network error"));
      else controller.enqueue(bytes.subarray(0, bytes.length >> 1));
      hasSentHalf = true;
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
