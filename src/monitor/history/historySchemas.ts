import * as v from "valibot";
import { type ActionResult, actionFailureReasons, actionStates } from "../../domain/actionResult.ts";
import { revocationOutcomes } from "../../domain/outcome.ts";
import { revocationKey } from "../../domain/revocation.ts";
import {
  type VppToken,
  type VppTokenId,
  vppTokenAccountTypes,
  vppTokenStates,
  vppTokenSyncStatuses,
} from "../../domain/vppToken.ts";
import type { EarlyRead } from "./earlyReads.ts";
import type { Looking } from "./looking.ts";
import type { Observation } from "./observation.ts";
import type { RememberedRevocation, RememberedToken } from "./remembered.ts";
import type { WatchedSpan } from "./watchedSpans.ts";

const longestDateMs = 8_640_000_000_000_000;
const time = v.pipe(v.number(), v.minValue(-longestDateMs), v.maxValue(longestDateMs));
const wholeNumber = v.pipe(v.number(), v.safeInteger());
const text = v.nullable(v.string());
const unreadable = v.object({ kind: v.literal("unreadable"), raw: v.unknown() });
const instant = v.union([time, v.literal("never"), v.null(), unreadable]);
const licensesCount = v.union([wholeNumber, v.null(), unreadable]);
const id = v.custom<VppTokenId>((value) => typeof value === "string" && value !== "");

function open<const Members extends readonly string[]>(members: Members) {
  const unrecognized = v.object({ kind: v.literal("unrecognized"), raw: v.string() });
  return v.union([v.picklist(members), v.null(), unrecognized]);
}

const actionResult: v.GenericSchema<ActionResult> = v.object({
  kind: v.literal("revokeLicenses"),
  odataType: text,
  actionName: text,
  actionState: open(actionStates),
  startedAt: instant,
  lastUpdatedAt: instant,
  totalLicensesCount: licensesCount,
  failedLicensesCount: licensesCount,
  failureReason: open(actionFailureReasons),
  raw: v.unknown(),
});

const vppToken: v.GenericSchema<VppToken> = v.object({
  id,
  displayName: text,
  organizationName: text,
  locationName: text,
  appleId: text,
  accountType: open(vppTokenAccountTypes),
  countryOrRegion: text,
  state: open(vppTokenStates),
  expiresAt: instant,
  lastModifiedAt: instant,
  lastSyncAt: instant,
  lastSyncStatus: open(vppTokenSyncStatuses),
  actionResults: v.null(),
  unreadableResults: v.pipe(v.array(unreadable), v.maxLength(0)),
  raw: v.unknown(),
});

const identity = v.object({
  parentId: id,
  kind: v.literal("vppToken"),
  actionName: text,
  started: v.string(),
  ordinal: v.pipe(wholeNumber, v.minValue(0)),
});

export const revocationSchema: v.GenericSchema<RememberedRevocation> = v.pipe(
  v.object({
    key: v.string(),
    identity,
    isAmbiguous: v.boolean(),
    result: actionResult,
    firstSeenAt: time,
    lastSeenAt: time,
    changedAt: time,
    order: time,
    goneSince: v.nullable(time),
    formerKeys: v.array(v.object({ key: v.string(), until: time })),
  }),
  v.check((one) => one.key === revocationKey(one.identity), "The key is not that of the identity"),
);

/** Without its revocations. */
export const tokenSchema: v.GenericSchema<Omit<RememberedToken, "revocations">> = v.pipe(
  v.object({ id, vppToken, seenAt: time }),
  v.check((one) => one.id === one.vppToken.id, "The two ids differ"),
);

/** Whole, as it is stored. */
export const rememberedTokenSchema: v.GenericSchema<RememberedToken> = v.pipe(
  v.object({ id, vppToken, seenAt: time, revocations: v.array(revocationSchema) }),
  v.check(
    (one) => one.revocations.every(({ identity: { parentId } }) => parentId === one.id),
    "A revocation of another VPP token",
  ),
);

export const observationSchema: v.GenericSchema<Observation> = v.object({
  key: v.string(),
  seenAt: time,
  order: time,
  actionState: text,
  outcome: v.picklist(revocationOutcomes),
  attempted: licensesCount,
  failed: licensesCount,
  lastUpdatedAt: instant,
  failureReason: text,
});

export const spanSchema: v.GenericSchema<WatchedSpan> = v.pipe(
  v.object({ from: time, to: time, pauseMs: v.pipe(v.number(), v.minValue(0)) }),
  v.check(({ from, to }) => from <= to, "It ends before it begins"),
);

export const lookingSchema: v.GenericSchema<Looking> = v.object({
  lastAt: time,
  newsSince: v.nullable(time),
});

export const earlyReadSchema: v.GenericSchema<EarlyRead> = v.object({
  readAt: time,
  items: v.array(v.unknown()),
});
