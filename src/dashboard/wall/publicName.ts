import type { VppToken } from "../../domain/vppToken.ts";
import { tokenName, tokenPlace } from "../tokenName.ts";

/** The names that may hang on a wall: whatever holds an address, as Apple IDs and accounts do, is left out. */
export function publicNames(vppToken: VppToken): { readonly name: string; readonly place: string } {
  const shown = {
    ...vppToken,
    appleId: null,
    displayName: withoutAddress(vppToken.displayName, vppToken.appleId),
    organizationName: withoutAddress(vppToken.organizationName, vppToken.appleId),
    locationName: withoutAddress(vppToken.locationName, vppToken.appleId),
  };
  return { name: tokenName(shown), place: tokenPlace(shown).join(" · ") };
}

function withoutAddress(name: string | null, appleId: string | null): string | null {
  if (name === null || /\S@\S/.test(name)) return null;
  const isAppleId = appleId !== null && appleId.trim() !== "" && name.includes(appleId.trim());
  return isAppleId ? null : name;
}
