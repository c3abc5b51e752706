import { nextTask } from "./nextTask.ts";

/** Out of sight nothing is painted; a few frames of a page in sight. */
const longestMs = 100;

/** Resolves when what was handed out before can have been painted. Two frames: the first may begin before it is drawn. */
export async function nextFrame(): Promise<void> {
  if (typeof requestAnimationFrame !== "function") return nextTask();
  await Promise.race([frames(2), new Promise<void>((resolve) => setTimeout(resolve, longestMs))]);
  await nextTask();
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}
