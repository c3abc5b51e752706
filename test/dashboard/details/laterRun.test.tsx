import { cleanup } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../../src/domain/actionResult.ts";
import { failureCauses } from "../../../src/domain/failureCause.ts";
import { deriveRevocations } from "../../../src/domain/revocation.ts";
import { aResult, aVppToken, hourMs, testNow } from "../../support/builders.ts";
import { renderDetails } from "./renderDetails.tsx";

const startedAt = testNow - 3 * hourMs;
const running = { actionState: "active", startedAt: testNow - hourMs } as const;
const endedWell = { actionState: "done", failedLicensesCount: 0, startedAt: testNow - hourMs } as const;
const expired = { state: "expired", expiresAt: testNow - 48 * hourMs } as const;
const renewed = { lastModifiedAt: testNow - 60_000 } as const;

/** All that is said of the first of two runs. */
async function saidOfFirst(
  first: Partial<ActionResult>,
  later: Partial<ActionResult>,
  token: Parameters<typeof aVppToken>[0] = {},
): Promise<string> {
  const lastUpdatedAt = startedAt + hourMs;
  const actionResults = [aResult({ startedAt, lastUpdatedAt, ...first }), aResult(later)];
  const [revocation] = deriveRevocations(aVppToken({ ...token, actionResults }));
  if (revocation === undefined) throw new Error("the first run is no revocation");
  const { panel } = await renderDetails(revocation, { isAlone: true });
  const said = panel.textContent;
  cleanup();
  return said;
}

const reasons = failureCauses.map((cause) => {
  if (cause === "noReasonGiven") return "none";
  return cause === "unrecognizedReason" ? ({ kind: "unrecognized", raw: "moon" } as const) : cause;
});
const failures = reasons.flatMap((failureReason) =>
  [{}, expired, renewed].map((token) => [failureReason, token] as const),
);

describe("a failure before a later run", () => {
  it.each(failures)(
    "has nobody start another beside one that is under way: %j, %j",
    async (failureReason, token) => {
      const said = await saidOfFirst({ actionState: "failed", failureReason }, running, token);
      expect(said.replaceAll(/[Ss]tart the revocation again only if that fails too/g, "")).not.toMatch(
        /start the revocation|once more|run it again/i,
      );
    },
  );

  it.each(failures)("is put right by one that ended well: %j, %j", async (failureReason, token) => {
    const said = await saidOfFirst({ actionState: "failed", failureReason }, endedWell, token);
    expect(said).toContain("Nothing to do: Intune calls a later run of this token done");
    expect(said).toContain("Nobody has to do anything about this revocation.");
    expect(said).not.toMatch(/start the revocation|once more|run it again/i);
  });

  it("says what else is to be done meanwhile", async () => {
    const said = await saidOfFirst(
      { actionState: "failed", failureReason: "expiredVppToken" },
      running,
      expired,
    );
    expect(said).toContain("Ask them to upload the new content token in Intune.");
    expect(said).toContain("A newer run of this token is under way.");
  });

  it.each([
    ["canceled", running, "If licences are still to be taken back when it has ended"],
    ["canceled", endedWell, "Nothing to do: Intune calls a later run"],
    ["notSupported", endedWell, "Nothing to do: Intune calls a later run"],
    ["notSupported", running, "Compare this with what Intune shows"],
  ] as const)("knows of it where the first is %s", async (actionState, later, next) => {
    const said = await saidOfFirst({ actionState, failedLicensesCount: 0 }, later);
    expect(said).toContain(next);
    expect(said).not.toContain("Ask them to start");
  });
});
