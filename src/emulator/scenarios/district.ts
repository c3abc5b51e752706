import { type Lane, laneResults, runNumberAt } from "../lane.ts";
import { hashOf, hex8, uuidOf } from "../random.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { day, floorTo, hour, minute, second, type WireToken, wireToken } from "../wire.ts";

const largestTokensCount = 3_000;
const resultsPerToken = 10;
/** With a full read every five minutes, a tenth of the tokens replaces one of its ten results: 1 % of all. */
const quietPeriodMs = 50 * minute;
const quietActiveMs = 3 * minute;

/** The largest tenant that Intune allows, or one like it: 10 results a token, five tokens at work. */
export const district: ScenarioFactory = ({ seed, createdAt, tokensCount = largestTokensCount }) => {
  const today = floorTo(day, createdAt);
  const runningTokens = spread(tokensCount);
  const made = new Map<number, { runNumber: number; token: WireToken }>();

  function tokenAt(index: number, now: number): WireToken {
    const isRunning = runningTokens.includes(index);
    const lane = isRunning ? runningLane(seed, index) : quietLane(seed, index);
    const runNumber = runNumberAt(lane, now - quietActiveMs);
    const known = made.get(index);
    if (known?.runNumber === runNumber && !isRunning) return known.token;
    const results = laneResults(lane, now).filter((result) => isRunning || result.actionState !== "active");
    const tokenActionResults = results.slice(0, resultsPerToken);
    const fields = { ...owner(index), id: idOf(seed, index), tokenActionResults };
    const token = wireToken({ seed, index, today, now }, fields);
    made.set(index, { runNumber, token });
    return token;
  }

  return {
    pageSize: 1_000,
    tokensAt: (now) => ({
      length: tokensCount,
      at: (index) => tokenAt(index, now),
      indexOf: (id) => indexOf(seed, tokensCount, id),
    }),
  };
};

/** From the first token to the last one. */
function spread(tokensCount: number): readonly number[] {
  return [0, 7, Math.floor(tokensCount / 5), Math.floor(tokensCount / 2), tokensCount - 1];
}

function owner(index: number): Partial<WireToken> {
  const number = String(index + 1).padStart(4, "0");
  return {
    displayName: `School ${number}`,
    organizationName: `Contoso School District ${1 + (index % 40)}`,
    locationName: `Campus ${number}`,
    appleId: `campus-${number}@contoso.example`,
    vppTokenAccountType: "education",
  };
}

/** The index stands in the id, so that one token is found without making all. */
function idOf(seed: number, index: number): string {
  return hex8(index) + uuidOf(seed, index).slice(8);
}

function indexOf(seed: number, tokensCount: number, id: string): number {
  const index = Number.parseInt(id.slice(0, 8), 16);
  return index < tokensCount && idOf(seed, index) === id ? index : -1;
}

/** One run after the other without a pause, six hours each. */
function runningLane(seed: number, index: number): Lane {
  return {
    periodMs: 6 * hour,
    phaseMs: hashOf(seed, index, 5) % (6 * hour),
    keep: resultsPerToken,
    plan: (runNumber) => ({
      ...planOf(seed, index, runNumber),
      pendingMs: 0,
      activeMs: 6 * hour,
      attempted: 20_000 + (hashOf(seed, index, runNumber) % 9_000),
      failed: 60,
    }),
  };
}

/** Runs that are shown when they are over, so that no more than the chosen tokens are at work. */
function quietLane(seed: number, index: number): Lane {
  return {
    periodMs: quietPeriodMs,
    phaseMs: hashOf(seed, index, 5) % quietPeriodMs,
    keep: resultsPerToken,
    plan: (runNumber) => planOf(seed, index, runNumber),
  };
}

function planOf(seed: number, index: number, runNumber: number): ReturnType<Lane["plan"]> {
  const attempted = 20 + (hashOf(seed, index, runNumber, 1) % 400);
  const kind = hashOf(seed, index, runNumber, 2) % 20;
  const fails = kind === 0;
  const failed = fails ? attempted : kind < 3 ? 1 + (attempted >> 4) : 0;
  return {
    pendingMs: 0,
    activeMs: quietActiveMs,
    stepMs: 5 * second,
    attempted,
    failed,
    endsAs: fails ? "failed" : "done",
    reason: failed > 0 ? "appleFailure" : "none",
  };
}
