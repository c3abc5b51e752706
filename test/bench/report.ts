import { type OfEach, type Variant, variants } from "./benchPage.ts";
import type { FirstRow } from "./firstRow.ts";
import { type Interaction, interactions, type Latency } from "./interactions.ts";
import type { PollCost } from "./measurePolls.ts";
import { type TableRow, table } from "./table.ts";

export interface SizeMeasured {
  readonly tokensCount: number;
  readonly firstRow: Readonly<Record<"product" | "limit", FirstRow>>;
  readonly cost: OfEach<PollCost>;
  /** Bytes after 10 polls. */
  readonly heapEarly: OfEach<number>;
  /** Bytes at the end, after 100 polls or as many as there was time for. */
  readonly heapLate: OfEach<number>;
  /** Until then. */
  readonly polls: OfEach<number>;
}

type Interactive = Readonly<Record<"product" | "limit", Readonly<Record<Interaction, Latency>>>>;

export function reportSize({
  tokensCount,
  firstRow,
  cost,
  heapEarly,
  heapLate,
  polls,
}: SizeMeasured): string {
  const ofCost = (name: string, field: keyof PollCost, digits: number, unit = 1): TableRow =>
    compared(name, (variant) => cost[variant][field] / unit, digits);
  const ofFirstRow = (name: string, field: keyof FirstRow): TableRow =>
    compared(
      name,
      (variant) => (variant === "product" || variant === "limit" ? firstRow[variant][field] : null),
      0,
    );
  return table(
    [
      `${tokensCount} tokens × 10 results`,
      "product",
      "everything",
      "limit",
      "limit, running",
      "product / everything",
      "product / limit",
      "everything / limit",
      "product / limit, running",
    ],
    [
      ofCost("requests a poll", "requests", 1),
      ofCost("preflights a poll", "preflights", 1),
      ofCost("kB a poll, on the wire", "wireBytes", 1, 1_000),
      ofCost("kB a poll, bodies as JSON", "bodyBytes", 1, 1_000),
      ofCost("main thread a poll, ms", "busyMs", 1),
      ofCost("longest task, ms", "longestTaskMs", 1),
      ofFirstRow("first data row, ms", "shownMs"),
      ofFirstRow("– Graph asked after, ms", "askedMs"),
      ofFirstRow("– first page there after, ms", "answeredMs"),
      compared("heap after 10 polls, MB", (variant) => heapEarly[variant] / 1e6, 1),
      ["polls in all", ...variants.map((variant) => String(polls[variant]))],
      compared("heap after these, MB", (variant) => heapLate[variant] / 1e6, 1),
    ],
  );
}

function compared(name: string, read: (variant: Variant) => number | null, digits: number): TableRow {
  const [product, everything, limit, running] = variants.map(read);
  const shown = (value: number | null = null) => (value === null ? "" : value.toFixed(digits));
  const ratio = (value: number | null = null, base: number | null = null) => {
    return value === null || base === null || base === 0 ? "" : asRatio(value / base);
  };
  return [
    name,
    shown(product),
    shown(everything),
    shown(limit),
    shown(running),
    ratio(product, everything),
    ratio(product, limit),
    ratio(everything, limit),
    ratio(product, running),
  ];
}

/** Each target of the product beside what was measured; none of them decides how the run ends. */
export function reportTargets(size: SizeMeasured, interactive: Interactive): string {
  const { cost, heapEarly, heapLate, firstRow } = size;
  const { product, everything, limit, limitRunning } = cost;
  const interactionRows = interactions.map((interaction): TableRow => {
    const [own, least] = [interactive.product[interaction], interactive.limit[interaction]];
    return [
      `${interaction} until shown, ms (next paint)`,
      `${own.shownMs.toFixed(0)} (${own.nextPaintMs.toFixed(0)})`,
      `${least.shownMs.toFixed(0)} (${least.nextPaintMs.toFixed(0)})`,
      asRatio(own.shownMs / least.shownMs),
    ];
  });
  const targets = [
    target("short read: main thread / limit", product.busyMs / limit.busyMs, 0.1),
    target("– the same for the limit's own short read", limitRunning.busyMs / limit.busyMs, 0.1),
    target("short read: requests", product.requests, 1),
    target("short read: JSON / full read", product.bodyBytes / everything.bodyBytes, 1 / 500),
    target("short read: wire bytes / full read", product.wireBytes / everything.wireBytes, 1 / 500),
    target("short read: longest task, ms", product.longestTaskMs, 50),
    target("full read: main thread / limit", everything.busyMs / limit.busyMs, 1.2),
    target("full read: longest task, ms", everything.longestTaskMs, 50),
    target("first data row / limit", firstRow.product.shownMs / firstRow.limit.shownMs, 1.8),
    ...interactions.flatMap((interaction) => {
      const { nextPaintMs, shownMs } = interactive.product[interaction];
      return [
        target(`${interaction} at 4× slowdown, next paint, ms`, nextPaintMs, 100),
        target(`${interaction} at 4× slowdown, until shown, ms`, shownMs, 100),
      ];
    }),
    target("heap: at the end / after 10 polls", heapLate.product / heapEarly.product, 1.1),
    target("heap at the end / limit", heapLate.product / heapLate.limit, 2.5),
  ];
  return [
    table(
      [`At 4× slowdown, ${size.tokensCount * 10} results`, "product", "limit", "product / limit"],
      interactionRows,
    ),
    table([`Targets, ${size.tokensCount} tokens`, "at most", "measured", ""], targets),
  ].join("\n");
}

function target(name: string, measured: number, atMost: number): TableRow {
  return [name, asRatio(atMost), asRatio(measured), measured <= atMost ? "met" : "not met"];
}

/** Three figures, and small ratios as 1/n. */
function asRatio(value: number): string {
  if (value > 0 && value < 0.02) return `1/${Math.round(1 / value)}`;
  return String(Number(value.toPrecision(3)));
}
