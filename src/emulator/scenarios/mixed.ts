import type { ActionState, VppTokenActionFailureReason } from "@microsoft/microsoft-graph-types-beta";
import { type Lane, laneResults } from "../lane.ts";
import { organizations } from "../organizations.ts";
import { hashOf } from "../random.ts";
import type { ScenarioFactory, ScenarioSettings } from "../scenario.ts";
import { tokenListOf } from "../tokenList.ts";
import {
  day,
  floorTo,
  hour,
  minute,
  second,
  type WireResult,
  type WireToken,
  wireResult,
  wireTime,
  wireToken,
} from "../wire.ts";

/** An ordinary working day: every state and reason, five tokens at work, the rest as it happened before. */
export const mixed: ScenarioFactory = (settings) => {
  const today = floorTo(day, settings.createdAt);
  const lanes = lanesOf(settings);
  const still = stillTokens(today, floorTo(hour, settings.createdAt));
  return {
    tokensAt(now) {
      const moving = lanes.map(({ owner, lane }) => ({
        ...owner,
        tokenActionResults: laneResults(lane, now),
      }));
      return tokenListOf(
        [...moving, ...still].map((fields, index) => wireToken({ ...settings, index, today, now }, fields)),
      );
    },
  };
};

interface Ending {
  readonly endsAs: ActionState;
  readonly reason: VppTokenActionFailureReason;
  /** Of the attempted licences. */
  readonly failedShare: number;
}

const well: Ending = { endsAs: "done", reason: "none", failedShare: 0 };
const partly: Ending = { endsAs: "done", reason: "appleFailure", failedShare: 0.03 };
const partlyUnexplained: Ending = { endsAs: "done", reason: "none", failedShare: 0.005 };
const canceled: Ending = { endsAs: "canceled", reason: "none", failedShare: 0.01 };
const broken: Ending = { endsAs: "failed", reason: "internalError", failedShare: 0.4 };
const brokenByApple: Ending = { endsAs: "failed", reason: "appleFailure", failedShare: 0.15 };

function lanesOf({ seed }: ScenarioSettings): readonly { owner: Partial<WireToken>; lane: Lane }[] {
  const { contoso, fabrikam, northwind, severny, midorino } = organizations;
  const lane = (index: number, periodMs: number, steps: LaneSteps): Lane =>
    makeLane(seed, index, periodMs, steps);
  return [
    {
      owner: contoso,
      lane: lane(0, 30 * minute, {
        stepMs: 5 * second,
        pauseMs: 0,
        from: 9_000,
        endings: [partlyUnexplained],
      }),
    },
    {
      owner: fabrikam,
      lane: lane(1, 4 * minute, { stepMs: 4 * second, pauseMs: 50 * second, from: 300, endings: [well] }),
    },
    {
      owner: northwind,
      lane: lane(2, 5 * minute, {
        stepMs: 6 * second,
        pauseMs: 70 * second,
        from: 900,
        endings: [partly, well],
      }),
    },
    {
      owner: severny,
      lane: lane(3, 6 * minute, {
        stepMs: 7 * second,
        pauseMs: 80 * second,
        from: 500,
        endings: [broken, brokenByApple],
      }),
    },
    {
      owner: midorino,
      lane: lane(4, 7 * minute, {
        stepMs: 5 * second,
        pauseMs: 90 * second,
        from: 1_200,
        endings: [well, canceled, partly],
      }),
    },
  ];
}

interface LaneSteps {
  readonly stepMs: number;
  readonly pauseMs: number;
  /** Least number of licences of a run. */
  readonly from: number;
  /** What becomes of one run after the other. */
  readonly endings: readonly Ending[];
}

function makeLane(seed: number, index: number, periodMs: number, steps: LaneSteps): Lane {
  const pendingMs = steps.pauseMs === 0 ? 0 : 20 * second;
  return {
    periodMs,
    phaseMs: hashOf(seed, index, 5) % periodMs,
    keep: 2,
    plan(runNumber) {
      const { endsAs, reason, failedShare } = steps.endings[runNumber % steps.endings.length] ?? well;
      const attempted = steps.from + (hashOf(seed, index, runNumber) % steps.from);
      const activeMs = periodMs - pendingMs - steps.pauseMs;
      return {
        pendingMs,
        activeMs,
        stepMs: steps.stepMs,
        attempted,
        failed: Math.ceil(attempted * failedShare),
        endsAs,
        reason,
      };
    },
  };
}

/** Tokens on which nothing moves any more. `thisHour`: for what has to have happened a while ago. */
function stillTokens(today: number, thisHour: number): readonly Partial<WireToken>[] {
  const { alwaha, adatum, tailspin, wingtip, litware, proseware, trey, lucerne } = organizations;
  const ended = (hoursAgo: number, minutes: number, fields: Partial<WireResult>) =>
    wireResult(
      { startedAt: today - hoursAgo * hour, updatedAt: today - hoursAgo * hour + minutes * minute },
      fields,
    );
  const waiting = { startedAt: thisHour - 2 * hour, updatedAt: thisHour - 2 * hour + 12 * second };
  const counts = (totalLicensesCount: number, failedLicensesCount: number) => ({
    totalLicensesCount,
    failedLicensesCount,
  });
  return [
    {
      ...alwaha,
      state: "expired",
      expirationDateTime: wireTime(today - 2 * day),
      lastSyncDateTime: wireTime(today - 2 * day - 3 * hour),
      lastSyncStatus: "failed",
      tokenActionResults: [
        ended(5, 2, { actionState: "failed", ...counts(420, 420), actionFailureReason: "expiredVppToken" }),
      ],
    },
    {
      ...adatum,
      tokenActionResults: [
        ended(7, 4, {
          actionState: "failed",
          ...counts(86, 86),
          actionFailureReason: "expiredApplePushNotificationCertificate",
        }),
        ended(50, 11, counts(312, 0)),
      ],
    },
    {
      ...tailspin,
      state: "duplicateLocationId",
      expirationDateTime: wireTime(today + 5 * day),
      tokenActionResults: [ended(9, 8, counts(1_200, 20)), ended(30, 6, counts(75, 0))],
    },
    {
      ...wingtip,
      state: "assignedToExternalMDM",
      tokenActionResults: [
        wireResult(waiting, { actionState: "pending" }),
        ended(28, 15, { actionState: "failed", ...counts(640, 12) }),
      ],
    },
    {
      ...litware,
      state: "invalid",
      lastSyncStatus: "failed",
      tokenActionResults: [
        ended(12, 3, { actionState: "failed", ...counts(233, 233), actionFailureReason: "appleFailure" }),
      ],
    },
    {
      ...proseware,
      state: "unknown",
      lastSyncStatus: "none",
      tokenActionResults: [
        ended(14, 0, { actionState: "notSupported" }),
        ended(15, 0, { actionState: "none" }),
      ],
    },
    {
      ...trey,
      tokenActionResults: [
        { ...ended(3, 9, counts(150, 4)), actionState: "retrying" },
        ended(20, 5, { actionState: "canceled", ...counts(58, 0) }),
        {
          "@odata.type": "#microsoft.graph.vppTokenActionResult",
          actionName: "syncLicenses",
          actionState: "done",
          startDateTime: wireTime(today - 4 * hour),
          lastUpdatedDateTime: wireTime(today - 4 * hour + minute),
        },
      ],
    },
    { ...lucerne, lastSyncStatus: "inProgress" },
  ];
}
