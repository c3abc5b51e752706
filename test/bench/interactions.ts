import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { BenchPage } from "./benchPage.ts";
import { median } from "./statistics.ts";

export const interactions = ["search keystroke", "sort", "filter", "open a row"] as const;
export type Interaction = (typeof interactions)[number];

/** Medians in milliseconds from the key or click. */
export interface Latency {
  /** Chromium's event timing, in steps of 8 ms: how soon the page paints again. */
  readonly nextPaintMs: number;
  /** Until what was asked for has been painted. */
  readonly shownMs: number;
}

type Probe = "rowCount" | "firstRows" | "opened";
interface Step {
  readonly probe: Probe;
  readonly act: (page: Page) => Promise<void>;
}

const slowdown = 4;

/** With the processor slowed down four times, as on an old office computer. */
export async function measureInteractions({
  page,
  session,
  variant,
}: BenchPage): Promise<Readonly<Record<Interaction, Latency>>> {
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const measured = {
    sort: await measure(page, repeat(6, { probe: "firstRows", act: clickButton(/^VPP token/) })),
    filter: await measure(
      page,
      repeat(6, { probe: "rowCount", act: clickButton(variant === "limit" ? "Failed" : /^With failures/) }),
    ),
    "open a row": await measure(page, [5, 4, 3, 2, 1].map(openRow)),
    "search keystroke": await measureSearch(page),
  };
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return measured;
}

/** Keys that narrow 10,000 rows to 10 and widen them again. */
async function measureSearch(page: Page): Promise<Latency> {
  const field = page.getByRole("searchbox");
  await field.fill("school 1");
  await wait(1_500);
  await field.focus();
  await page.keyboard.press("End");
  const keys = ["7", "0", "5", "Backspace", "Backspace", "Backspace"];
  return measure(
    page,
    keys.map((key): Step => ({ probe: "rowCount", act: () => page.keyboard.press(key) })),
  );
}

async function measure(page: Page, steps: readonly Step[]): Promise<Latency> {
  const latencies: Latency[] = [];
  for (const { probe, act } of steps) {
    await page.evaluate(beginWatch, probe);
    await act(page);
    latencies.push(await page.evaluate(endWatch));
    await wait(300);
  }
  return {
    nextPaintMs: median(latencies.map(({ nextPaintMs }) => nextPaintMs)),
    shownMs: median(latencies.map(({ shownMs }) => shownMs)),
  };
}

function repeat(times: number, step: Step): readonly Step[] {
  return Array.from({ length: times }, () => step);
}

function clickButton(name: string | RegExp): Step["act"] {
  return (page) => page.getByRole("button", { name }).first().click();
}

function openRow(index: number): Step {
  const act = (page: Page) => page.getByRole("row").nth(index).getByRole("cell").nth(1).click();
  return { probe: "opened", act };
}

interface Watch {
  readonly shown: Promise<Latency>;
}

/** Runs in the page: watches from the next key or click on until the probe has another answer. */
function beginWatch(probe: Probe): void {
  const probes: Readonly<Record<Probe, () => string | null | undefined>> = {
    rowCount: () => document.querySelector("[role=table]")?.getAttribute("aria-rowcount"),
    firstRows: () =>
      [...document.querySelectorAll("[role=row]:has([role=cell])")]
        .slice(0, 6)
        .map((row) => row.firstElementChild?.textContent)
        .join(),
    opened: () => document.querySelector("aside:not([hidden]) h2")?.textContent,
  };
  const ask = probes[probe];
  const before = ask();
  let beganAt = 0;
  const begin = ({ timeStamp }: Event) => {
    beganAt ||= timeStamp;
  };
  const kinds = ["keydown", "pointerup"] as const;
  for (const kind of kinds) addEventListener(kind, begin, { capture: true });
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);

  const shown = new Promise<Latency>((resolve, reject) => {
    const giveUpAt = performance.now() + 20_000;
    const look = () => {
      if (performance.now() > giveUpAt) reject(new Error(`nothing was shown: ${probe}`));
      else if (beganAt === 0 || ask() === before) requestAnimationFrame(look);
      else afterPaint(() => finish(performance.now() - beganAt));
    };
    const finish = (shownMs: number) =>
      setTimeout(() => {
        observer.disconnect();
        for (const kind of kinds) removeEventListener(kind, begin, { capture: true });
        const own = entries.filter(({ startTime }) => startTime >= beganAt - 1);
        resolve({ shownMs, nextPaintMs: Math.max(8, ...own.map(({ duration }) => duration)) });
      }, 100);
    requestAnimationFrame(look);
  });
  Object.assign(window, { benchWatch: { shown } satisfies Watch });

  function afterPaint(callback: () => void): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = callback;
    port2.postMessage(null);
  }
}

function endWatch(): Promise<Latency> {
  return (window as unknown as { benchWatch: Watch }).benchWatch.shown; // put there by `beginWatch`
}
