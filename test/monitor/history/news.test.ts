import { describe, expect, it } from "vitest";
import { createNewsList } from "../../../src/monitor/history/news.ts";
import type { RecordedRead } from "../../../src/monitor/history/recordSnapshot.ts";
import { aVppToken, testNow } from "../../support/builders.ts";
import { aRead, record, withResult } from "./reads.ts";

const seconds = (count: number) => testNow + count * 1_000;
const newsAfter = (since: number | null, ...reads: readonly RecordedRead[]) => [
  ...createNewsList(since)(record(...reads).memory).values(),
];

describe("createNewsList", () => {
  it.each([
    ["nothing when nobody has looked yet", null, [aRead(0)], []],
    ["nothing that was there then", seconds(0), [aRead(0), aRead(10)], []],
    ["what is new", seconds(5), [aRead(0, []), aRead(10)], ["new"]],
    [
      "what has ended",
      seconds(5),
      [aRead(0), aRead(10, withResult({ actionState: "failed", failedLicensesCount: 1 }))],
      ["changed"],
    ],
    [
      "nothing that only goes on",
      seconds(5),
      [aRead(0), aRead(10, withResult({ failedLicensesCount: 1 }))],
      [],
    ],
    ["what is gone", seconds(5), [aRead(0), aRead(10, [])], ["gone"]],
    ["nothing that was gone before", seconds(15), [aRead(0), aRead(10, [])], []],
    [
      "each by itself",
      seconds(5),
      [aRead(0), aRead(10, [aVppToken(), aVppToken({ id: "token-2" })])],
      ["new"],
    ],
  ])("names %s", (_, since, reads, expected) => {
    expect(newsAfter(since, ...reads)).toEqual(expected);
  });

  it("counts from another moment when asked again", () => {
    const { memory } = record(aRead(0, []), aRead(10));
    expect([createNewsList(seconds(5))(memory).size, createNewsList(seconds(15))(memory).size]).toEqual([
      1, 0,
    ]);
  });
});
