import fc from "fast-check";
import { type ActionResult, actionFailureReasons, actionStates } from "../../src/domain/actionResult.ts";
import type { Instant, LicensesCount, Open } from "../../src/domain/received.ts";
import {
  type VppToken,
  vppTokenAccountTypes,
  vppTokenStates,
  vppTokenSyncStatuses,
} from "../../src/domain/vppToken.ts";
import { aVppToken, testNow } from "./builders.ts";

const longestDateMs = 8_640_000_000_000_000;

const unreadable = fc.jsonValue().map((raw) => ({ kind: "unreadable", raw }) as const);

function open<Member extends string>(members: readonly Member[]): fc.Arbitrary<Open<Member>> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...members) },
    fc.constant(null),
    fc.string().map((raw) => ({ kind: "unrecognized", raw }) as const),
  );
}

/** Near the time of the tests more often than not, so that dates meet; else any that a `Date` can hold. */
const instant: fc.Arbitrary<Instant> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 5 }).map((days) => testNow + days * 86_400_000) },
  fc.integer({ min: -longestDateMs, max: longestDateMs }),
  fc.constantFrom("never" as const, null),
  unreadable,
);

const licensesCount: fc.Arbitrary<LicensesCount> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -1, max: 5 }) },
  fc.constantFrom(2 ** 31 - 1, -(2 ** 31)),
  fc.double(),
  fc.constant(null),
  unreadable,
);

/** An action result of any shape: what its types allow, and counts that no parser should let through. */
const anyResult: fc.Arbitrary<ActionResult> = fc.record({
  kind: fc.constantFrom("revokeLicenses" as const, "revokeLicenses" as const, "other" as const),
  odataType: fc.option(fc.string()),
  actionName: fc.option(fc.constantFrom("revokeLicenses", "", "null", '"]')),
  actionState: open(actionStates),
  startedAt: instant,
  lastUpdatedAt: instant,
  totalLicensesCount: licensesCount,
  failedLicensesCount: licensesCount,
  failureReason: open(actionFailureReasons),
  raw: fc.jsonValue(),
});

/** A VPP token of any shape, with up to eight results that repeat often enough to share an identity. */
export const anyVppToken: fc.Arbitrary<VppToken> = fc
  .record({
    id: fc.string(),
    displayName: fc.option(fc.string()),
    accountType: open(vppTokenAccountTypes),
    state: open(vppTokenStates),
    expiresAt: instant,
    lastModifiedAt: instant,
    lastSyncAt: instant,
    lastSyncStatus: open(vppTokenSyncStatuses),
    actionResults: fc.option(fc.array(anyResult, { maxLength: 8 })),
  })
  .map(aVppToken);
