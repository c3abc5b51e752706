import type {
  VppTokenRevokeLicensesActionResult as GraphRevokeResult,
  VppToken as GraphVppToken,
} from "@microsoft/microsoft-graph-types-beta";

/**
 * Names as in Microsoft's own types, values as untrusted as anything that comes over the wire. The package 0.44 has all
 * that is read here; of `vppToken` it lacks only `appleDeviceAppDeliveryProtocolType`, which Graph's metadata names.
 */
type Received<Wire> = { readonly [Name in keyof Wire]?: unknown };

export type WireVppToken = Received<Omit<GraphVppToken, "token">>;
export type WireActionResult = Received<GraphRevokeResult> & { readonly "@odata.type"?: unknown };

/** What is asked for: exactly what a domain `VppToken` holds. `token` is a credential, and the type refuses it. */
export const selectedProperties = [
  "id",
  "displayName",
  "organizationName",
  "locationName",
  "appleId",
  "vppTokenAccountType",
  "countryOrRegion",
  "state",
  "expirationDateTime",
  "lastModifiedDateTime",
  "lastSyncDateTime",
  "lastSyncStatus",
  "tokenActionResults",
] as const satisfies readonly (keyof WireVppToken)[];
