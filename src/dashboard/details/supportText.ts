import {
  type Instant,
  isUnreadable,
  isUnrecognized,
  type LicensesCount,
  type Open,
  rawText,
} from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { oneLine } from "../oneLine.ts";

/** What a support case needs and a revocation does not know. */
export interface SupportFacts {
  readonly productVersion: string;
  readonly cloud: string;
  readonly tenantId: string | null;
  readonly isDemo: boolean;
  /** `requestId`: Graph's `request-id` of the last read; `at`: epoch ms. */
  readonly lastRead: { readonly requestId: string | null; readonly at: number | null };
}

/**
 * Everything that Microsoft support asks for, as plain text. English with Graph's property names and UTC in every
 * language, because that is what support reads. One fact a line: no value can begin a line of its own.
 */
export function supportText(revocation: Revocation, facts: SupportFacts): string {
  const lines = [
    ...(facts.isDemo ? ["DEMO DATA: emulated, from no real tenant"] : []),
    `VPP Revocation Monitor ${facts.productVersion}: details for support`,
    "",
    ...environmentLines(facts),
    "",
    ...tokenLines(revocation),
    "",
    ...resultLines(revocation),
  ];
  return `${lines.join("\n")}\n`;
}

function environmentLines({ cloud, tenantId, lastRead }: SupportFacts): readonly string[] {
  return [
    `cloud: ${cloud}`,
    `tenant id: ${textOf(tenantId)}`,
    `last read, request-id: ${textOf(lastRead.requestId)}`,
    `last read, date: ${instantOf(lastRead.at)}`,
  ];
}

function tokenLines({ vppToken }: Revocation): readonly string[] {
  return [
    "vppToken",
    `  id: ${textOf(vppToken.id)}`,
    `  displayName: ${textOf(vppToken.displayName)}`,
    `  organizationName: ${textOf(vppToken.organizationName)}`,
    `  locationName: ${textOf(vppToken.locationName)}`,
    `  state: ${memberOf(vppToken.state)}`,
    `  expirationDateTime: ${instantOf(vppToken.expiresAt)}`,
    `  lastModifiedDateTime: ${instantOf(vppToken.lastModifiedAt)}`,
    `  lastSyncDateTime: ${instantOf(vppToken.lastSyncAt)}`,
    `  lastSyncStatus: ${memberOf(vppToken.lastSyncStatus)}`,
  ];
}

function resultLines({ result, isAmbiguous }: Revocation): readonly string[] {
  return [
    "vppToken.tokenActionResults, this entry",
    `  @odata.type: ${textOf(result.odataType)}`,
    `  actionName: ${textOf(result.actionName)}`,
    `  actionState: ${memberOf(result.actionState)}`,
    `  actionFailureReason: ${memberOf(result.failureReason)}`,
    `  startDateTime: ${instantOf(result.startedAt)}`,
    `  lastUpdatedDateTime: ${instantOf(result.lastUpdatedAt)}`,
    `  totalLicensesCount: ${countOf(result.totalLicensesCount)}`,
    `  failedLicensesCount: ${countOf(result.failedLicensesCount)}`,
    ...(isAmbiguous ? ["  (another entry of this token has the same name and start)"] : []),
  ];
}

const notReported = "not reported";

function textOf(value: string | null): string {
  return value === null ? notReported : oneLine(value);
}

function memberOf(value: Open<string>): string {
  return isUnrecognized(value) ? `${oneLine(value.raw)} (not a documented value)` : textOf(value);
}

function instantOf(value: Instant): string {
  if (value === null) return notReported;
  if (value === "never") return "0001-01-01T00:00:00Z (never)";
  return isUnreadable(value) ? unreadable(value.raw) : new Date(value).toISOString();
}

function countOf(value: LicensesCount): string {
  if (value === null) return notReported;
  return isUnreadable(value) ? unreadable(value.raw) : String(value);
}

function unreadable(raw: unknown): string {
  return `${oneLine(rawText(raw))} (as received, not readable)`;
}
