import { describe, expect, it } from "vitest";
import { type Looking, lookAgain } from "../../../src/monitor/history/looking.ts";
import { minuteMs, testNow } from "../../support/builders.ts";

const minutes = (count: number) => testNow + count * minuteMs;
const here: Looking = { lastAt: testNow, newsSince: minutes(-600) };

describe("lookAgain", () => {
  it.each<[string, Looking | null, number, Looking]>([
    ["calls nothing news at a first visit", null, testNow, { lastAt: testNow, newsSince: null }],
    ["keeps the news while somebody is here", here, minutes(5), { ...here, lastAt: minutes(5) }],
    ["keeps them through a break", here, minutes(14), { ...here, lastAt: minutes(14) }],
    [
      "begins anew where the last visit ended",
      here,
      minutes(15),
      { lastAt: minutes(15), newsSince: testNow },
    ],
    [
      "makes no news of the past when the clock is set back",
      here,
      minutes(-700),
      { lastAt: minutes(-700), newsSince: minutes(-700) },
    ],
  ])("%s", (_, before, now, after) => {
    expect(lookAgain(before, now)).toEqual(after);
  });

  it("changes nothing within a minute", () => {
    expect(lookAgain(here, testNow + minuteMs - 1)).toBe(here);
  });
});
