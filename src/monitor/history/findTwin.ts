import type { RememberedRevocation } from "./remembered.ts";

/**
 * Which of `here` is the same revocation as `theirs`: the one of the same key, or the one that one side knew only before
 * its start was reported and the other side after, when both saw it at the same time. Ambiguous ones only by their key.
 * `there`: all that the other side knows of the VPP token.
 */
export function findTwin(
  here: readonly RememberedRevocation[],
  there: readonly RememberedRevocation[],
  theirs: RememberedRevocation,
): RememberedRevocation | null {
  const isKnownThere = ({ key }: RememberedRevocation) => there.some((one) => one.key === key);
  return (
    here.find((one) => isContinuedAs(theirs, one) && !isKnownThere(one)) ??
    here.find(({ key }) => key === theirs.key) ??
    here.find((one) => isContinuedAs(one, theirs) && !isKnownThere(one)) ??
    null
  );
}

/** `before`, known without a start, was seen only while `after` had none either. */
function isContinuedAs(before: RememberedRevocation, after: RememberedRevocation): boolean {
  if (before.isAmbiguous || after.isAmbiguous || before.key === after.key) return false;
  const former = after.formerKeys.find(({ key }) => key === before.key);
  if (former === undefined) return false;
  return before.lastSeenAt <= former.until && before.lastSeenAt >= after.firstSeenAt;
}
