/**
 * The listed origins that the parent of `frame` may have. Where the browser tells who is around, only the parent's own
 * is left, and none when anybody around is not listed, as `frame-ancestors` has it.
 */
export function possibleParents(frame: Window, listed: readonly string[]): readonly string[] {
  // The DOM's types promise what not every browser has.
  const around = frame.location.ancestorOrigins as DOMStringList | undefined;
  if (around === undefined) return listed;
  const [parent] = around;
  const isAllListed = [...around].every(
    (origin) => origin === frame.location.origin || listed.includes(origin),
  );
  return parent !== undefined && isAllListed && listed.includes(parent) ? [parent] : [];
}
