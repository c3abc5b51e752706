import { expect, it } from "vitest";
import { defaultPollSettings } from "../../src/domain/pollDelay.ts";
import { recordedRead } from "../../src/monitor/recordedRead.ts";
import { withFullRead } from "../../src/monitor/watchedTokens.ts";
import { aSnapshot, testNow } from "../support/builders.ts";

const running = withFullRead(null, aSnapshot(), testNow);

it.each([
  ["in sight", false, 10_000],
  ["out of sight", true, 60_000],
])("expects the next read as late as it is due %s", (_, isHidden, intervalMs) => {
  const read = recordedRead(running, defaultPollSettings, { askedAt: testNow, isHidden });
  expect(read).toMatchObject({ readAt: testNow, isFull: true, isHidden, intervalMs });
});
