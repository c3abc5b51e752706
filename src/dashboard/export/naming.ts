import type { Revocation } from "../../domain/revocation.ts";
import type { VppToken } from "../../domain/vppToken.ts";

/** Which names leave the page: without Apple IDs, with them, or each replaced by a word and a number. */
export const namesChoices = ["names", "withAppleIds", "replaced"] as const;
export type NamesChoice = (typeof namesChoices)[number];

/** What takes the place of a name, such as "Token 1". */
export type StandIn = (what: "token" | "organization" | "location" | "appleId", count: number) => string;

const plainStandIn: StandIn = (what, count) => `${plainNouns[what]} ${count}`;

const plainNouns = {
  token: "Token",
  organization: "Organization",
  location: "Location",
  appleId: "Apple ID",
} as const;

export type Naming = (revocation: Revocation) => Revocation;

/**
 * The same revocations under the names that were chosen; whatever is made of them says no other. One naming gives the
 * same name the same stand-in, counted from 1 in the order in which it meets them. What Graph sent is not passed on,
 * since it names everything.
 */
export function createNaming(choice: NamesChoice, standIn: StandIn = plainStandIn): Naming {
  const named = new Map<VppToken, VppToken>();
  const rename = choice === "replaced" ? createReplacing(standIn) : createNamed(choice);
  return (revocation) => {
    const vppToken = named.get(revocation.vppToken) ?? rename(revocation.vppToken);
    named.set(revocation.vppToken, vppToken);
    return { ...revocation, vppToken };
  };
}

type Rename = (vppToken: VppToken) => VppToken;

function createNamed(choice: "names" | "withAppleIds"): Rename {
  return (vppToken) => ({
    ...vppToken,
    appleId: choice === "withAppleIds" ? vppToken.appleId : null,
    raw: null,
  });
}

function createReplacing(standIn: StandIn): Rename {
  const tokens = createCounter((count) => standIn("token", count));
  const organizations = createCounter((count) => standIn("organization", count));
  const locations = createCounter((count) => standIn("location", count));
  const appleIds = createCounter((count) => standIn("appleId", count));
  return (vppToken) => ({
    ...vppToken,
    displayName: tokens(vppToken.id),
    organizationName: replaced(vppToken.organizationName, organizations),
    locationName: replaced(vppToken.locationName, locations),
    appleId: replaced(vppToken.appleId, appleIds),
    raw: null,
  });
}

/** What was not reported stays so. */
function replaced(name: string | null, standInFor: (name: string) => string): string | null {
  return name === null || name.trim() === "" ? null : standInFor(name);
}

function createCounter(standIn: (count: number) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const given = known.get(name) ?? standIn(known.size + 1);
    known.set(name, given);
    return given;
  };
}
