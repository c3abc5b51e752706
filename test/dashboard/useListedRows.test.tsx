import { describe, expect, it } from "vitest";
import { type ListedRows, useListedRows } from "../../src/dashboard/useListedRows.ts";
import type { Reported } from "../../src/dashboard/useReported.ts";
import { defaultViewState, type ViewState } from "../../src/dashboard/viewState.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import { deriveTotals } from "../../src/domain/totals.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { ClockProvider } from "../../src/monitor/clock.tsx";
import { aResult, aVppToken, testNow } from "../support/builders.ts";
import { renderWithText } from "../support/renderWithText.tsx";

const tokens = Array.from({ length: 60 }, (_, number) =>
  aVppToken({ id: `token-${number}`, displayName: `School ${number}` }),
);

const noneGone: Reported["gone"] = [];

/** Says something else of the first so many tokens. */
function withChanged(count: number): readonly VppToken[] {
  const changed = { actionResults: [aResult({ failedLicensesCount: 21 })] };
  return tokens.map((token, place) => (place < count ? { ...token, ...changed } : token));
}

function reportedOf(vppTokens: readonly VppToken[]): Reported {
  const groups = vppTokens.map(deriveRevocations);
  return { vppTokens, groups, gone: noneGone, totals: deriveTotals(groups.flat()) };
}

interface Asked {
  readonly reported: Reported;
  readonly view: ViewState;
}

interface ListProps extends Asked {
  readonly onDraw: (rows: ListedRows) => void;
}

function List({ reported, view, onDraw }: ListProps) {
  onDraw(useListedRows(reported, view, false));
  return null;
}

/** What is drawn first after a change, and what at last. */
async function drawnAfter(change: Partial<Asked>): Promise<readonly [ListedRows, ListedRows]> {
  const before: Asked = { reported: reportedOf(tokens), view: defaultViewState };
  const drawn: ListedRows[] = [];
  const element = (asked: Asked) => (
    <ClockProvider clock={() => testNow}>
      <List {...asked} onDraw={(rows) => drawn.push(rows)} />
    </ClockProvider>
  );
  const { rerender } = await renderWithText(element(before));
  const drawnBefore = drawn.length;
  rerender(element({ ...before, ...change }));
  return [drawn[drawnBefore], drawn.at(-1)] as [ListedRows, ListedRows];
}

function changedIn({ found }: ListedRows): number {
  return found.filter(({ result }) => result.failedLicensesCount === 21).length;
}

describe("the rows", () => {
  it("show at once what a short read has changed", async () => {
    const [first] = await drawnAfter({ reported: reportedOf(withChanged(5)) });
    expect(changedIn(first)).toBe(5);
  });

  it("follow a read that changes much as soon as there is time", async () => {
    const [first, last] = await drawnAfter({ reported: reportedOf(withChanged(60)) });
    expect([changedIn(first), changedIn(last)]).toEqual([0, 60]);
  });

  it("let what was pressed show before they stand in another order", async () => {
    const sort = { column: "token", direction: "descending" } as const;
    const drawn = await drawnAfter({ view: { ...defaultViewState, sort } });
    expect(drawn.map(({ rows }) => rows[0]?.vppToken.displayName)).toEqual(["School 0", "School 59"]);
  });
});
