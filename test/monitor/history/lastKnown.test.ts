import { describe, expect, it } from "vitest";
import { lastKnown } from "../../../src/monitor/history/lastKnown.ts";
import { aResult, aVppToken, testNow } from "../../support/builders.ts";
import { aRead, record, withResult } from "./reads.ts";

describe("what is known before anything has been read", () => {
  it("is what Intune reported last, as of the last read of all tokens", () => {
    const moved = withResult({ totalLicensesCount: 1_300 });
    const { memory } = record(aRead(0), aRead(10, moved), aRead(20, moved, { isFull: false }));
    const known = lastKnown(memory);
    expect(known?.readAt).toBe(testNow + 10_000);
    expect(known?.snapshot).toMatchObject({ isComplete: true, unreadableTokens: [] });
    expect(known?.snapshot.tokens.map(({ actionResults }) => actionResults)).toEqual([
      moved[0]?.actionResults,
    ]);
  });

  it("is without what is no longer reported", () => {
    const [stays, goes] = [
      aResult({ startedAt: testNow - 1_000 }),
      aResult({ startedAt: testNow - 2_000 }),
    ] as const;
    const { memory } = record(
      aRead(0, [aVppToken({ actionResults: [stays, goes] }), aVppToken({ id: "gone" })]),
      aRead(10, [aVppToken({ actionResults: [stays] })]),
    );
    expect(lastKnown(memory)?.snapshot.tokens.map(({ actionResults }) => actionResults)).toEqual([[stays]]);
  });

  it("is nothing where nothing is remembered", () => {
    expect(lastKnown(record(aRead(0, [])).memory)).toBeNull();
  });
});
