import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type CDPSession, chromium } from "@playwright/test";
import { build } from "vite";
import { chromiumFlags } from "../support/chromium.ts";
import { ensureChromium } from "../support/ensureChromium.ts";
import { type BenchPage, type OfEach, ofEach, openBenchPage } from "./benchPage.ts";
import { type BenchStack, startBenchStack } from "./benchStack.ts";
import { type FirstRow, measureFirstRow } from "./firstRow.ts";
import { measureHeap } from "./heap.ts";
import { measureInteractions } from "./interactions.ts";
import { measurePolls, type PollCost } from "./measurePolls.ts";
import { reportSize, reportTargets, type SizeMeasured } from "./report.ts";
import { medianOf } from "./statistics.ts";

const sizes = [3_000, 300, 20] as const;
const largest = 3_000;
const longestRunMs = 9 * 60_000;
/** A slow machine ends with fewer reads, and the report says how many. */
const lastReadAfterSeconds = 340;

interface Tenant extends Pick<SizeMeasured, "tokensCount" | "firstRow"> {
  readonly pages: OfEach<BenchPage>;
}

async function bench(browser: Browser, stack: BenchStack): Promise<void> {
  const tracing = await browser.newBrowserCDPSession();
  const tenants: Tenant[] = [];
  for (const size of sizes) tenants.push(await openTenant(browser, stack, size));
  const pages = tenants.flatMap((tenant) => Object.values(tenant.pages));
  const polledBefore = new Map(pages.map((page) => [page, page.polls()]));
  const pollsOf = (page: BenchPage) => page.polls() - (polledBefore.get(page) ?? 0);
  const pollAll = (count: number) =>
    Promise.all(pages.map((page) => pollUntil(page, () => pollsOf(page) >= count)));

  await pollAll(10);
  const early = await eachInTurn(tenants, measureHeaps);
  note("every page has read 10 times");
  const costs = await eachInTurn(tenants, (tenant) => measureCosts(tracing, tenant));
  note("measured single reads");
  await pollAll(100);
  const late = await eachInTurn(tenants, measureHeaps);
  note("read up to 100 times");

  const reportOf = async (tenant: Tenant): Promise<SizeMeasured> => {
    const { tokensCount, firstRow, pages } = tenant;
    const [cost, heapEarly, heapLate] = [of(costs, tenant), of(early, tenant), of(late, tenant)];
    const polls = await ofEach((variant) => pollsOf(pages[variant]));
    return { tokensCount, firstRow, cost, heapEarly, heapLate, polls };
  };
  const reports = await Promise.all(tenants.map(reportOf));
  for (const report of reports.toReversed()) say(reportSize(report));
  const [tenant, report] = [tenants[0], reports[0]];
  if (!tenant || !report) throw new Error("no tenant was measured");
  const product = await measureInteractions(tenant.pages.product);
  const limit = await measureInteractions(tenant.pages.limit);
  say(reportTargets(report, { product, limit }));
}

/** Opens every variant on tenants of one size, and loads again the two whose first row is compared. */
async function openTenant(browser: Browser, stack: BenchStack, tokensCount: number): Promise<Tenant> {
  const pages = await ofEach((variant) => openBenchPage(browser, stack, variant, tokensCount));
  const firstRows: Record<"product" | "limit", FirstRow[]> = { product: [], limit: [] };
  for (let round = 0; round < (tokensCount === largest ? 5 : 3); round += 1)
    for (const variant of ["product", "limit"] as const)
      firstRows[variant].push(await measureFirstRow(stack, pages[variant]));
  note(`opened ${tokensCount} tokens`);
  const firstRow = { product: medianOf(firstRows.product), limit: medianOf(firstRows.limit) };
  return { tokensCount, pages, firstRow };
}

/** Interleaved rounds, so that whatever else the machine does meets all variants alike. */
async function measureCosts(tracing: CDPSession, { tokensCount, pages }: Tenant): Promise<OfEach<PollCost>> {
  const [rounds, polls] = tokensCount === largest ? [5, 2] : [3, 1];
  const costs: OfEach<PollCost>[] = [];
  for (let round = 0; round < rounds; round += 1)
    costs.push(await ofEach((variant) => measurePolls(tracing, pages[variant], polls)));
  return ofEach((variant) => medianOf(costs.map((cost) => cost[variant])));
}

function measureHeaps({ pages }: Tenant): Promise<OfEach<number>> {
  return ofEach((variant) => measureHeap(pages[variant]));
}

async function pollUntil(page: BenchPage, isEnough: () => boolean): Promise<void> {
  while (!isEnough() && secondsSinceStart() < lastReadAfterSeconds) await page.poll();
}

async function eachInTurn<Result>(
  tenants: readonly Tenant[],
  measure: (tenant: Tenant) => Promise<Result>,
): Promise<ReadonlyMap<Tenant, Result>> {
  const results = new Map<Tenant, Result>();
  for (const tenant of tenants) results.set(tenant, await measure(tenant));
  return results;
}

function of<Result>(results: ReadonlyMap<Tenant, Result>, tenant: Tenant): Result {
  const result = results.get(tenant);
  if (result === undefined) throw new Error(`${tenant.tokensCount} tokens were not measured`);
  return result;
}

const startedAt = Date.now();

function note(text: string): void {
  process.stderr.write(`${secondsSinceStart()} s: ${text}
`);
}

function secondsSinceStart(): number {
  return Math.round((Date.now() - startedAt) / 1_000);
}

function say(text: string): void {
  process.stdout.write(`${text}
`);
}

async function main(): Promise<void> {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Error("there is no Chromium");
  const limitFolder = mkdtempSync(join(tmpdir(), "limit-"));
  const root = "test/bench/limit";
  await build({
    configFile: false,
    root,
    base: "./",
    logLevel: "warn",
    build: { outDir: limitFolder, emptyOutDir: true },
  });
  const stack = await startBenchStack(process.env.E2E_DIST ?? "dist", limitFolder);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags(stack.hosts) });
  try {
    say(
      `Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "processor"}`,
    );
    await bench(browser, stack);
  } finally {
    await browser.close();
    await stack.close();
    rmSync(limitFolder, { recursive: true });
  }
}

const watchdog = setTimeout(() => {
  say("not measured: the run took too long");
  process.exit(1);
}, longestRunMs);
main()
  .then(
    () => say(`\n${secondsSinceStart()} s in all`),
    (error: unknown) => {
      say(`not measured: ${error instanceof Error ? error.stack : error}`);
      process.exitCode = 1;
    },
  )
  .finally(() => clearTimeout(watchdog));
