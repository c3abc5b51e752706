import { isRecord } from "./tokenList.ts";

export type ApiVersion = "beta" | "v1.0";

const stableProperties = [
  "id",
  "organizationName",
  "vppTokenAccountType",
  "appleId",
  "expirationDateTime",
  "lastSyncDateTime",
  "token",
  "lastModifiedDateTime",
  "state",
  "lastSyncStatus",
  "automaticallyUpdateApps",
  "countryOrRegion",
];

/** Source: https://learn.microsoft.com/graph/api/resources/intune-onboarding-vpptoken, both versions */
const vppTokenProperties: Readonly<Record<ApiVersion, readonly string[]>> = {
  "v1.0": stableProperties,
  beta: [
    ...stableProperties,
    "tokenActionResults",
    "dataSharingConsentGranted",
    "displayName",
    "locationName",
    "claimTokenManagementFromExternalMdm",
    "roleScopeTagIds",
    "appleDeviceAppDeliveryProtocolType",
  ],
};

/** A query that Graph would refuse; its message goes into the 400. */
export class QueryError extends Error {}

export interface Selection {
  /** As it stands in `@odata.context`; empty when nothing was selected. */
  readonly names: readonly string[];
  pick(item: unknown): unknown;
}

export function parseSelect(query: URLSearchParams, version: ApiVersion): Selection {
  const known = vppTokenProperties[version];
  const names = (query.get("$select") ?? "").split(",").flatMap((name) => name.trim() || []);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new QueryError(
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.vppToken'.`,
    );
  }
  return { names, pick: (item) => pickProperties(item, names, version) };
}

/** Without a selection beta answers everything it has, also what nobody documented; v1.0 only what it knows. */
function pickProperties(item: unknown, names: readonly string[], version: ApiVersion): unknown {
  if (!isRecord(item) || (names.length === 0 && version === "beta")) return item;
  const wanted = names.length > 0 ? names : vppTokenProperties[version];
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => wanted.includes(name) || name.startsWith("@odata.")),
  );
}

const supportedOptions = ["$select", "$top", "$skiptoken"];

export function refuseUnsupported(query: URLSearchParams): void {
  const unsupported = [...query.keys()].find(
    (name) => name.startsWith("$") && !supportedOptions.includes(name),
  );
  if (unsupported !== undefined) {
    throw new QueryError(`The query option '${unsupported}' is not supported by this resource.`);
  }
}

export interface PageRange {
  readonly from: number;
  readonly to: number;
}

export function parsePage(query: URLSearchParams, pageSize: number): PageRange {
  const top = query.get("$top");
  if (top !== null && !/^[1-9]\d{0,6}$/.test(top)) {
    throw new QueryError(`Invalid value '${top}' for $top query option found.`);
  }
  const from = readSkipToken(query.get("$skiptoken"));
  return { from, to: from + Math.min(pageSize, top === null ? pageSize : Number(top)) };
}

export function nextLink(collectionUrl: string, query: URLSearchParams, offset: number): string {
  const kept = ["$select", "$top"].flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `${collectionUrl}?${[...kept, `$skiptoken=${encodeURIComponent(btoa(`offset:${offset}`))}`].join("&")}`;
}

function readSkipToken(text: string | null): number {
  if (text === null) return 0;
  const offset = /^offset:(\d+)$/.exec(decodeBase64(text))?.[1];
  if (offset === undefined) throw new QueryError("The query option '$skiptoken' is not valid.");
  return Number(offset);
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}
