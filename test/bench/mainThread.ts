import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";

/** Times of one page's main thread in milliseconds of its processor, which other programs do not lengthen. */
export interface MainThread {
  readonly busyMs: number;
  readonly longestTaskMs: number;
}

/** As Chromium's tracing reports it; times are microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Of the thread's processor time. */
  readonly tdur?: number;
}

const marks = { begin: "bench begins", end: "bench ends" } as const;
const categories = ["disabled-by-default-devtools.timeline", "blink.user_timing"];

/** What the page's main thread does while `work` runs. */
export async function traceMainThread(
  browser: CDPSession,
  page: Page,
  work: () => Promise<void>,
): Promise<MainThread> {
  const events: TraceEvent[] = [];
  // Chromium's own form, which the protocol leaves open.
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  browser.on("Tracing.dataCollected", collect);
  await browser.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: categories, excludedCategories: ["*"] },
  });
  await page.evaluate((name) => void performance.mark(name), marks.begin);
  await work();
  await page.evaluate((name) => void performance.mark(name), marks.end);
  await wait(50);
  const complete = new Promise((resolve) => browser.once("Tracing.tracingComplete", resolve));
  await browser.send("Tracing.end");
  await complete;
  browser.off("Tracing.dataCollected", collect);
  return sumTasks(events);
}

function sumTasks(events: readonly TraceEvent[]): MainThread {
  const [begin, end] = [markOf(events, marks.begin), markOf(events, marks.end)];
  const tasksMs = events
    .filter(({ name, pid, tid }) => name === "RunTask" && pid === begin.pid && tid === begin.tid)
    .filter(({ ts }) => ts > begin.ts && ts < end.ts)
    .map(({ tdur = 0 }) => tdur / 1_000);
  if (tasksMs.length === 0) throw new Error("Chromium traced no task of the page");
  return { busyMs: tasksMs.reduce((sum, ms) => sum + ms, 0), longestTaskMs: Math.max(...tasksMs) };
}

function markOf(events: readonly TraceEvent[], mark: string): TraceEvent {
  const found = events.find(({ name }) => name === mark);
  if (!found) throw new Error(`the trace lacks the mark "${mark}"`);
  return found;
}
