import type { VppToken } from "../domain/vppToken.ts";

const names = new WeakMap<VppToken, string>();

/** What a person calls the token: the first of its names that says anything, at worst its id. */
export function tokenName(vppToken: VppToken): string {
  const known = names.get(vppToken);
  if (known !== undefined) return known;
  const name = namesOf(vppToken)[0] ?? vppToken.id;
  names.set(vppToken, name);
  return name;
}

/** Organisation and location, without what the name says already. */
export function tokenPlace(vppToken: VppToken): readonly string[] {
  const { organizationName, locationName } = vppToken;
  const name = tokenName(vppToken);
  return [...new Set([organizationName, locationName])].filter(isFilled).filter((part) => part !== name);
}

function namesOf({ displayName, organizationName, locationName, appleId }: VppToken): readonly string[] {
  return [displayName, organizationName, locationName, appleId].filter(isFilled);
}

function isFilled(text: string | null): text is string {
  return text !== null && text.trim() !== "";
}
