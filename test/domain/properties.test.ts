import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainFailure } from "../../src/domain/explainFailure.ts";
import { laterRunOf } from "../../src/domain/laterRun.ts";
import { outcomeGroups, outcomesOf, revocationOutcomes } from "../../src/domain/outcome.ts";
import { isContradictory } from "../../src/domain/progress.ts";
import { epochMsOf } from "../../src/domain/received.ts";
import { deriveRevocations, type Revocation } from "../../src/domain/revocation.ts";
import { deriveTokenConcerns } from "../../src/domain/tokenHealth.ts";
import { deriveDurationMs, deriveTotals } from "../../src/domain/totals.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { anyVppToken } from "../support/arbitraries.ts";
import { testNow } from "../support/builders.ts";

const runs = { numRuns: 1_000 };

function holdsForAnyToken(check: (token: VppToken, revocations: readonly Revocation[]) => void) {
  fc.assert(
    fc.property(anyVppToken, (token) => check(token, deriveRevocations(token))),
    runs,
  );
}

describe("whatever Graph sends", () => {
  it("nothing throws", () => {
    holdsForAnyToken((token, revocations) => {
      deriveTokenConcerns(token, testNow);
      deriveTotals(revocations);
      for (const revocation of revocations) {
        explainFailure(revocation, testNow);
        deriveDurationMs(revocation, testNow);
      }
    });
  });

  it("no revocation is lost", () => {
    holdsForAnyToken((token, revocations) => {
      const sent = (token.actionResults ?? []).filter(({ kind }) => kind === "revokeLicenses");
      expect(revocations.map(({ result }) => result)).toEqual(sent);
    });
  });

  it("licences are called revoked in done alone", () => {
    holdsForAnyToken((_, revocations) => {
      for (const { result, outcome, progress } of revocations) {
        if (progress.kind !== "revoked") continue;
        expect(result.actionState).toBe("done");
        expect(["done", "doneWithFailures"]).toContain(outcome);
      }
    });
  });

  it("revoked is attempted minus failed", () => {
    holdsForAnyToken((_, revocations) => {
      for (const { result, progress } of revocations) {
        if (progress.kind !== "revoked") continue;
        const { attempted, failed, revoked } = progress;
        expect([attempted, failed]).toEqual([result.totalLicensesCount, result.failedLicensesCount]);
        expect(revoked).toBe(attempted - failed);
        expect(Number.isSafeInteger(revoked) && revoked >= 0 && revoked <= attempted).toBe(true);
      }
    });
  });

  it("counts without a bar are shown as received", () => {
    holdsForAnyToken((_, revocations) => {
      for (const { result, progress } of revocations) {
        if (progress.kind !== "asReceived") continue;
        expect(progress.attempted).toBe(result.totalLicensesCount);
        expect(progress.failed).toBe(result.failedLicensesCount);
      }
    });
  });

  it("keys are unique within a token", () => {
    holdsForAnyToken((_, revocations) => {
      expect(new Set(revocations.map(({ key }) => key)).size).toBe(revocations.length);
    });
  });

  it("every further result of one identity is ambiguous", () => {
    holdsForAnyToken((_, revocations) => {
      for (const { identity, isAmbiguous } of revocations)
        if (identity.ordinal > 0) expect(isAmbiguous).toBe(true);
    });
  });

  it("a summary counts every revocation once", () => {
    holdsForAnyToken((_, revocations) => {
      const { revocations: count, byGroup } = deriveTotals(revocations);
      expect(count).toBe(revocations.length);
      expect(Object.values(byGroup).reduce((sum, part) => sum + part, 0)).toBe(revocations.length);
    });
  });

  it("totals equal a naive sum", () => {
    holdsForAnyToken((_, revocations) => {
      const counts = revocations.map(({ result }) => [result.totalLicensesCount, result.failedLicensesCount]);
      const usable = counts.filter(
        (pair): pair is [number, number] =>
          pair.every(Number.isSafeInteger) && Number(pair[1]) >= 0 && Number(pair[1]) <= Number(pair[0]),
      );
      expect(deriveTotals(revocations)).toMatchObject({
        attempts: usable.reduce((sum, [attempted]) => sum + attempted, 0),
        failed: usable.reduce((sum, [, failed]) => sum + failed, 0),
        leftOut: revocations.length - usable.length,
      });
    });
  });

  it("contradictory counts never enter a total", () => {
    holdsForAnyToken((_, revocations) => {
      const contradictory = revocations.filter(({ progress }) => isContradictory(progress));
      expect(deriveTotals(contradictory)).toMatchObject({
        attempts: 0,
        failed: 0,
        leftOut: contradictory.length,
      });
    });
  });

  it("a duration is never negative", () => {
    holdsForAnyToken((_, revocations) => {
      for (const revocation of revocations) {
        expect(deriveDurationMs(revocation, testNow) ?? 0).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it("only evidence from before the end contradicts", () => {
    holdsForAnyToken((token, revocations) => {
      for (const revocation of revocations) {
        const { evidence } = explainFailure(revocation, testNow) ?? { evidence: [] };
        if (!evidence.some(({ verdict }) => verdict === "contradicts")) continue;
        const endedAt = epochMsOf(revocation.result.lastUpdatedAt) ?? Number.NaN;
        expect(epochMsOf(token.lastModifiedAt)).toBeLessThanOrEqual(endedAt);
        expect(endedAt).toBeLessThanOrEqual(testNow);
      }
    });
  });

  it("every explanation has steps and the way to Intune, unless a later run ended well", () => {
    holdsForAnyToken((_, revocations) => {
      for (const revocation of revocations) {
        const explanation = explainFailure(revocation, testNow);
        if (explanation === null) continue;
        const isSettled = laterRunOf(revocation) === "endedWell";
        expect(explanation.steps.length === 0).toBe(isSettled);
        expect(new Set(explanation.steps).size).toBe(explanation.steps.length);
        expect(explanation.links.includes("intuneVppTokens")).toBe(!isSettled);
      }
    });
  });
});

describe("groups of outcomes", () => {
  it("hold every outcome exactly once", () => {
    expect(outcomeGroups.flatMap(outcomesOf).sort()).toEqual([...revocationOutcomes].sort());
  });
});
