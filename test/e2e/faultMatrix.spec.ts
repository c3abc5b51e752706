import type { Page } from "@playwright/test";
import type { Answer, Exchange } from "../../src/emulator/answer.ts";
import {
  claimsChallenge,
  errorAnswer,
  forbidden,
  notFound,
  tooManyRequests,
} from "../../src/emulator/errors.ts";
import type { Fault } from "../../src/emulator/fault.ts";
import { faultClaims, faults } from "../../src/emulator/faults.ts";
import { spoilParts } from "../../src/emulator/partFaults.ts";
import { tenantConfig } from "../support/appServer.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { type EmulatedTime, emulateTime } from "../support/emulatedTime.ts";
import { graphOrigin } from "../support/entra.ts";
import type { Stack } from "../support/stack.ts";

const second = 1_000;
const minute = 60 * second;
/** Longer than any regular interval, with its jitter, while something runs. */
const oneInterval = 11 * second;
const fullReadDue = 5 * minute;

const serverFailure = { status: 503, code: "ServiceUnavailable", message: "Try again." };

interface Row {
  readonly page: Page;
  readonly stack: Stack;
  readonly time: EmulatedTime;
}

/** With a token that one part of each short read asks for. */
interface RunningRow extends Row {
  readonly tokenId: string;
}

interface SignedIn {
  readonly page: Page;
  readonly stack: Stack;
  readonly signIn: (page: Page) => Promise<void>;
}

interface PartFailure {
  readonly answer: (exchange: Exchange) => Answer;
  readonly readAgainMs: number;
}

test.beforeEach(({ stack }) => {
  stack.app.deploy({ ...tenantConfig, poll: { activeSeconds: 10, idleSeconds: 300 } });
});

/** Faults of whole answers that nobody has to do anything about. */
const passingFaults = {
  "a bad status": [
    "internalServerError",
    "notImplemented",
    "badGateway",
    "serviceUnavailable",
    "gatewayTimeout",
    "notFound",
  ],
  "a wait": ["throttled", "throttledReadable", "throttledWithoutWait", "throttledByProxy"],
  "a bad answer": ["htmlPage", "truncatedJson", "emptyBody", "errorInSuccess", "unexpectedJson"],
  "a bad next link": ["nextLinkToOtherOrigin", "nextLinkToOtherVersion", "nextLinkToItself"],
  "a broken connection": ["networkFailure", "bodyCutOff"],
} as const satisfies Record<string, readonly (keyof typeof faults)[]>;

for (const [group, names] of Object.entries(passingFaults)) {
  test(`recovers by itself from ${group}`, async ({ page, stack, signIn }) => {
    const time = await emulateTime(page, stack);
    await signIn(page);
    await expectLive(page);
    for (const name of names) {
      await test.step(name, async () => recoversByItself({ page, stack, time }, faults[name]));
    }
  });
}

/** A short read meets the fault, then one of all tokens; an interval after its end all is well again. */
async function recoversByItself(row: Row, fault: Fault): Promise<void> {
  const { page, stack, time } = row;
  stack.graph.fail(fault);
  await passUntilAsked(row, oneInterval);
  await passUntilAsked(row, fullReadDue);
  await expectTrouble(page);
  stack.graph.fail(null);
  await passUntilAsked(row, oneInterval);
  await expectLive(page);
  await passUntilAsked(row, oneInterval);
  await time.expectGap(fullReadDue);
  await time.expectNothingLost();
}

test("recovers by itself from silence", async ({ page, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectLive(page);
  stack.graph.fail(faults.noAnswer);
  for (const wait of [oneInterval, 5 * second, 5 * second]) {
    const asked = page.waitForRequest((request) => request.url().startsWith(graphOrigin));
    await time.passNow(wait);
    await asked;
    await time.passNow(31 * second);
    await expect(page.getByRole("status").first()).toContainText(/Not answering|Stale/);
    await expectTrouble(page);
  }
  stack.graph.fail(null);
  await passUntilAsked({ page, stack, time }, oneInterval);
  await expectLive(page);
  await time.expectGap(minute);
  await time.expectNothingLost();
});

test("recovers by itself from a latency of 60 s", async ({ page, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectLive(page);
  const late = lateAnswers();
  stack.graph.fail(late.fault);
  await time.pass(oneInterval);
  await expect.poll(late.asked).toBe(1);
  await time.passNow(31 * second);
  await expect(page.getByRole("status").first()).toContainText("Not answering");
  await time.passNow(29 * second);
  await expect.poll(late.asked).toBe(2);
  await expectTrouble(page);
  stack.graph.fail(null);
  late.release();
  await expectLive(page);
  await time.expectGap(minute);
  await time.expectNothingLost();
});

test("goes on within an idle interval once access is granted", async ({ page, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectLive(page);
  const row = { page, stack, time };
  stack.graph.fail(faults.forbidden);
  await passUntilAsked(row, oneInterval);
  await expect(page.getByRole("status").first()).toContainText("No access");
  await expectTrouble(page);
  stack.graph.fail(null);
  await passUntilAsked(row, fullReadDue + second);
  await expectLive(page);
  await time.expectGap(fullReadDue);
  await time.expectNothingLost();
});

for (const name of ["unauthorized", "claimsChallenge"] as const) {
  test(`goes on after ${name} once a person signs in`, async ({ page, stack, signIn }) => {
    const time = await emulateTime(page, stack);
    await signIn(page);
    await expectLive(page);
    stack.graph.fail(faults[name]);
    await time.pass(oneInterval);
    await expect(page.getByRole("status").first()).toContainText("Sign-in needed");
    await expectTrouble(page);
    await time.pass(10 * minute);
    stack.graph.fail(null);
    await page.getByRole("button", { name: "Sign in again" }).click();
    await expectLive(page);
    await time.expectGap(10 * minute);
    await time.expectNothingLost();
  });
}

test("leaves a throttled part of a batch alone for its own wait", async ({ page, stack, signIn }) => {
  const row = await watchRunning({ page, stack, signIn });
  let refused = 0;
  stack.graph.fail(
    spoilParts((url, exchange) => {
      if (!url.includes(row.tokenId)) return null;
      refused += 1;
      return tooManyRequests(exchange, 60, false);
    }),
  );
  for (const _ of [1, 2, 3]) await restGoesOn(row);
  expect(refused).toBe(1);
  await passUntilAsked(row, minute);
  await expect.poll(() => refused).toBe(2);
  stack.graph.fail(null);
  await isReadAgain(row, minute + 2 * second);
});

/** Each with the time after which the token is read again: one that was not found waits for a read of all tokens. */
const partFailures = {
  "is not found": { answer: (exchange) => notFound(exchange, "vppTokens"), readAgainMs: fullReadDue },
  fails: { answer: (exchange) => errorAnswer(exchange, serverFailure), readAgainMs: oneInterval },
  "is denied": { answer: forbidden, readAgainMs: oneInterval },
  "cannot be read": { answer: () => ({ status: 200, body: "<!doctype html>" }), readAgainMs: oneInterval },
} as const satisfies Record<string, PartFailure>;

for (const [what, { answer, readAgainMs }] of Object.entries(partFailures)) {
  test(`takes in the rest beside a part that ${what}`, async ({ page, stack, signIn }) => {
    const row = await watchRunning({ page, stack, signIn });
    stack.graph.fail(spoilParts((url, exchange) => (url.includes(row.tokenId) ? answer(exchange) : null)));
    for (const _ of [1, 2, 3]) await restGoesOn(row);
    stack.graph.fail(null);
    await isReadAgain(row, readAgainMs);
  });
}

test("meets the claims that a part of a batch asks for", async ({ page, stack, signIn }) => {
  const row = await watchRunning({ page, stack, signIn });
  const meetsClaims = ({ request }: Exchange) => {
    const accessToken = request.headers.get("authorization")?.replace("Bearer ", "") ?? "";
    return stack.identity.inspect(accessToken)?.claims?.includes("1767225600") ?? false;
  };
  stack.graph.fail(
    spoilParts((url, exchange) =>
      url.includes(row.tokenId) && !meetsClaims(exchange) ? claimsChallenge(exchange, faultClaims) : null,
    ),
  );
  await isReadAgain(row, oneInterval);
  await isReadAgain(row, oneInterval);
  expect(stack.identity.tokenRequests("refresh_token")).toHaveLength(1);
});

test("observes what is running while the list of all tokens fails", async ({ page, stack, signIn }) => {
  const row = await watchRunning({ page, stack, signIn });
  const failsList: Fault = (request, readNumber, context) =>
    request.url.endsWith("/$batch") ? null : faults.internalServerError(request, readNumber, context);
  stack.graph.fail(failsList);
  for (const _ of [1, 2, 3]) {
    const before = toldOf(row);
    await passUntilAsked(row, fullReadDue);
    await expect.poll(() => toldOf(row)).toBeGreaterThan(before);
    await expectTrouble(page);
    await row.time.expectNothingLost();
  }
  stack.graph.fail(null);
  await isReadAgain(row, fullReadDue);
  await expectLive(page);
});

test("recovers by itself when every part of a batch fails", async ({ page, stack, signIn }) => {
  const row = await watchRunning({ page, stack, signIn });
  stack.graph.fail(spoilParts((_, exchange) => errorAnswer(exchange, serverFailure)));
  await passUntilAsked(row, oneInterval);
  await expectTrouble(page);
  stack.graph.fail(null);
  await isReadAgain(row, oneInterval);
});

/** A tenant in which the same five tokens move at every read, and the id of one of them. */
async function watchRunning({ page, stack, signIn }: SignedIn): Promise<RunningRow> {
  stack.graph.use("district", 20);
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectLive(page);
  const row = { page, stack, time };
  await passUntilAsked(row, oneInterval);
  await time.expectNothingLost();
  const [running = ""] = [...time.told.chains()].find(([, values]) => values.length > 1) ?? [];
  return { ...row, tokenId: running.split(" ")[0] ?? "" };
}

/** Within an interval the other tokens are observed, and the page has nothing to complain about. */
async function restGoesOn({ tokenId, ...row }: RunningRow): Promise<void> {
  const others = () => [...row.time.told.chains()].filter(([key]) => !key.startsWith(tokenId));
  const before = others().flatMap(([, values]) => values).length;
  await passUntilAsked(row, oneInterval);
  await expect.poll(() => others().flatMap(([, values]) => values).length).toBeGreaterThan(before);
  await expectLive(row.page);
  await row.time.expectNothingLost();
}

/** The token itself is observed again. */
async function isReadAgain(row: RunningRow, waitMs: number): Promise<void> {
  const before = toldOf(row);
  await passUntilAsked(row, waitMs);
  await expect.poll(() => toldOf(row)).toBeGreaterThan(before);
  await expectLive(row.page);
  await row.time.expectNothingLost();
}

/** How often Graph has told something new of the token. */
function toldOf({ tokenId, time }: RunningRow): number {
  return [...time.told.chains()].filter(([key]) => key.startsWith(tokenId)).flatMap(([, values]) => values)
    .length;
}

async function passUntilAsked({ stack, time }: Row, ms: number): Promise<void> {
  const asked = stack.graph.exchanges.length;
  await time.pass(ms);
  await expect.poll(() => stack.graph.exchanges.length, { intervals: [20, 50, 100] }).toBeGreaterThan(asked);
}

async function expectLive(page: Page): Promise<void> {
  await expect(page.getByRole("status").first()).toContainText("Live");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
}

/** The page says that something is wrong, and the last good data stays. */
async function expectTrouble(page: Page): Promise<void> {
  await expect(page.getByRole("status").first()).not.toContainText("Live");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
}

/** Answers that are true, and wait until they are released. */
function lateAnswers() {
  let asked = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const fault: Fault = async (_, __, { answer }) => {
    asked += 1;
    await released;
    return answer();
  };
  return { fault, release, asked: () => asked };
}
