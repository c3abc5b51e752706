import type { RevocationOutcome } from "../../domain/outcome.ts";
import { isContradictory, revokedCountOf } from "../../domain/progress.ts";
import {
  type Instant,
  isUnreadable,
  isUnrecognized,
  type LicensesCount,
  type Open,
} from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { RowMark } from "../rowMarks.tsx";
import { tokenName } from "../tokenName.ts";

/** What came in place of a count or a date. */
interface AsReceived {
  readonly asReceived: unknown;
}

/** What is worth a second look. */
export type ExportedMark = "countsDoNotAddUp" | "noChange" | "noLongerReported" | "ambiguous";

/** `null`: not reported. Times are ISO 8601 in UTC; `"never"` is Graph's sentinel of year 1. */
export interface ExportedRevocation {
  readonly tokenName: string;
  readonly organization: string | null;
  readonly location: string | null;
  /** Only where Apple IDs were asked for. */
  readonly appleId?: string | null;
  readonly tokenState: string | null;
  readonly actionName: string | null;
  /** Graph's `actionState`, also one that is not documented. */
  readonly state: string | null;
  readonly outcome: RevocationOutcome;
  /** Graph's `actionFailureReason`. */
  readonly reason: string | null;
  readonly attempted: number | AsReceived | null;
  readonly failed: number | AsReceived | null;
  /** `null` unless the run is done and its counts add up. */
  readonly revoked: number | null;
  readonly started: string | AsReceived | null;
  readonly lastUpdated: string | AsReceived | null;
  readonly marks: readonly ExportedMark[];
  /** Opens the revocation in this dashboard. */
  readonly link: string | null;
}

interface ExportedRevocationOptions {
  readonly isWithAppleId: boolean;
  readonly marks: readonly RowMark[];
  readonly link: string | null;
}

export function exportedRevocation(
  revocation: Revocation,
  { isWithAppleId, marks, link }: ExportedRevocationOptions,
): ExportedRevocation {
  const { vppToken, result, outcome } = revocation;
  return {
    tokenName: tokenName(vppToken),
    organization: vppToken.organizationName,
    location: vppToken.locationName,
    ...(isWithAppleId ? { appleId: vppToken.appleId } : {}),
    tokenState: memberOf(vppToken.state),
    actionName: result.actionName,
    state: memberOf(result.actionState),
    outcome,
    reason: memberOf(result.failureReason),
    attempted: countOf(result.totalLicensesCount),
    failed: countOf(result.failedLicensesCount),
    revoked: revokedCountOf(result),
    started: instantOf(result.startedAt),
    lastUpdated: instantOf(result.lastUpdatedAt),
    marks: marksOf(revocation, marks),
    link,
  };
}

const markNames = { gone: "noLongerReported", unchanged: "noChange" } as const satisfies Record<
  RowMark,
  ExportedMark
>;

function marksOf({ progress, isAmbiguous }: Revocation, marks: readonly RowMark[]): readonly ExportedMark[] {
  return [
    ...(isContradictory(progress) ? (["countsDoNotAddUp"] as const) : []),
    ...marks.map((mark) => markNames[mark]),
    ...(isAmbiguous ? (["ambiguous"] as const) : []),
  ];
}

function memberOf(value: Open<string>): string | null {
  return isUnrecognized(value) ? value.raw : value;
}

function countOf(value: LicensesCount): ExportedRevocation["attempted"] {
  return isUnreadable(value) ? { asReceived: value.raw } : value;
}

function instantOf(value: Instant): ExportedRevocation["started"] {
  if (isUnreadable(value)) return { asReceived: value.raw };
  return typeof value === "number" ? new Date(value).toISOString() : value;
}
