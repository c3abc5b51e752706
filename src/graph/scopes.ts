/**
 * The delegated permission that reading VPP tokens takes. Graph scopes are named per cloud origin.
 * Source: https://learn.microsoft.com/graph/api/intune-onboarding-vpptoken-list?view=graph-rest-beta
 */
export function vppTokenScopes(origin: string): readonly string[] {
  return [`${origin}/DeviceManagementApps.Read.All`];
}
