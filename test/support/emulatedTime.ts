import type { Locator, Page, Request } from "@playwright/test";
import { expect } from "./e2e.ts";
import { graphOrigin } from "./entra.ts";
import { type KeptHistory, keptHistory } from "./keptHistory.ts";
import { lostOf, type ServedLog } from "./servedLog.ts";
import type { Stack } from "./stack.ts";

export interface EmulatedTime {
  /** Everything that Graph told since the beginning. */
  readonly told: ServedLog;
  /** Lets time pass at once for the page, Entra and Graph, between two reads of which nothing is lost. */
  pass(ms: number): Promise<void>;
  /** The same without a look at what is kept. */
  passUnkept(ms: number): Promise<void>;
  /** The same in the middle of whatever happens. */
  passNow(ms: number): Promise<void>;
  /** Time goes on for Entra and Graph alone. */
  passWithoutPage(ms: number): void;
  /** The read that is under way, if one is, has ended and is written. */
  expectQuiet(): Promise<void>;
  /** All that Graph has told until now is on disk; gives what is. */
  expectNothingLost(page?: Page): Promise<KeptHistory>;
  /** It is on disk that nobody watched for longer than this. */
  expectGap(longerThanMs: number): Promise<void>;
}

interface EmulatedTimeOptions {
  /** How long after the computer's time it begins. */
  readonly aheadMs?: number;
  /** Goes on with what Graph told another page. */
  readonly told?: ServedLog;
}

/** A page whose clock a test moves. Call before it navigates. */
export async function emulateTime(
  page: Page,
  stack: Stack,
  { aheadMs: startMs = 0, told = stack.graph.keepLog() }: EmulatedTimeOptions = {},
): Promise<EmulatedTime> {
  const underWay = requestsUnderWay(page);
  let aheadMs = startMs;
  stack.setAhead(aheadMs);
  await page.clock.install({ time: Date.now() + aheadMs });
  await page.addInitScript(countTimeoutsByClock);

  function passWithoutPage(ms: number): void {
    aheadMs += ms;
    stack.setAhead(aheadMs);
  }

  async function expectNothingLost(tab = page): Promise<KeptHistory> {
    const said = told.chains();
    let kept = await keptHistory(tab);
    await expect
      .poll(
        async () => {
          kept = await keptHistory(tab);
          return lostOf(said, kept.chains);
        },
        { intervals: [20, 50, 100] },
      )
      .toEqual([]);
    // A browser that is started again later holds more than this log.
    const invented = startMs > 0 ? [] : lostOf(kept.chains, told.chains());
    expect(invented, "nothing is kept that Graph has not told").toEqual([]);
    return kept;
  }

  async function expectQuiet(): Promise<void> {
    await expect(page.getByRole("status").first()).not.toContainText(/looking now|Trying again now|so far/);
    await expect.poll(() => underWay.size, { intervals: [20] }).toBe(0);
  }

  async function passUnkept(ms: number): Promise<void> {
    await expectQuiet();
    await passNow(ms);
  }

  async function passNow(ms: number): Promise<void> {
    passWithoutPage(ms);
    await page.clock.fastForward(ms);
  }

  return {
    told,
    async pass(ms) {
      await expectNothingLost();
      await passUnkept(ms);
    },
    passUnkept,
    passNow,
    passWithoutPage,
    expectQuiet,
    expectNothingLost,
    async expectGap(longerThanMs) {
      await expect
        .poll(async () => longestGap((await keptHistory(page)).spans), { intervals: [20, 50, 100] })
        .toBeGreaterThan(longerThanMs);
    },
  };
}

/** Lets time pass for a page whose clock is installed, until it is seen. */
export async function passUntil(page: Page, sign: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(5_000);
        return sign.isVisible();
      },
      { intervals: [100] },
    )
    .toBe(true);
}

/** In milliseconds; 0 when all was watched. */
export function longestGap(spans: KeptHistory["spans"]): number {
  return Math.max(0, ...spans.map(({ from }, index) => from - (spans[index - 1]?.to ?? from)));
}

function requestsUnderWay(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>();
  page.on("request", (request) => request.url().startsWith(graphOrigin) && underWay.add(request));
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  return underWay;
}

/** The page's clock of a test moves `setTimeout`, but not the browser's own time-outs. */
function countTimeoutsByClock(): void {
  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("", "TimeoutError")), milliseconds);
    return controller.signal;
  };
}
