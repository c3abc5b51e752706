import { graphOrigin } from "../support/entra.ts";
import type { BenchPage } from "./benchPage.ts";
import { deployFor, until } from "./benchPage.ts";
import type { BenchStack } from "./benchStack.ts";

/** Milliseconds from the start of the navigation. */
export interface FirstRow {
  readonly shownMs: number;
  /** When Graph was first asked for data. */
  readonly askedMs: number;
  /** When the first page of data had arrived. */
  readonly answeredMs: number;
}

/** Loads the page again, signed in as before. */
export async function measureFirstRow(
  stack: BenchStack,
  { variant, page, traffic }: BenchPage,
): Promise<FirstRow> {
  deployFor(stack, variant);
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => "firstRowAt" in window);
  const found = await page.evaluate((origin) => {
    const [first] = performance.getEntriesByType("resource").filter(({ name }) => name.startsWith(origin));
    const shownMs = Number(Reflect.get(window, "firstRowAt"));
    return {
      shownMs,
      askedMs: first?.startTime ?? 0,
      answeredMs: (first?.startTime ?? 0) + (first?.duration ?? 0),
    };
  }, graphOrigin);
  await until(() => traffic.quietMs() > 250);
  return found;
}
