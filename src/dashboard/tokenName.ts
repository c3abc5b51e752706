import type { VppToken } from "../domain/vppToken.ts";

/** What a person calls the token: the first of its names that says anything, at worst its id. */
export function tokenName(vppToken: VppToken): string {
  return namesOf(vppToken)[0] ?? vppToken.id;
}

/** Organisation and location, without what the name says already. */
export function tokenPlace({ organizationName, locationName, ...vppToken }: VppToken): readonly string[] {
  const name = tokenName({ organizationName, locationName, ...vppToken });
  return [...new Set([organizationName, locationName])].filter(isFilled).filter((part) => part !== name);
}

function namesOf({ displayName, organizationName, locationName, appleId }: VppToken): readonly string[] {
  return [displayName, organizationName, locationName, appleId].filter(isFilled);
}

function isFilled(text: string | null): text is string {
  return text !== null && text.trim() !== "";
}
