import type { VppToken } from "../../domain/vppToken.ts";

/** What the token is called where others may read it: a name that holds no Apple ID; `null` when there is none. */
export function publicTokenName({ displayName, organizationName, locationName }: VppToken): string | null {
  const names = [displayName, organizationName, locationName].map((name) => name?.trim() ?? "");
  return names.find((name) => name !== "" && !/\S@\S/.test(name)) ?? null;
}
