/** Whether two objects have the same fields with the same values, each compared by identity. */
export function isSameShallow<Fields extends object>(one: Fields, other: Fields): boolean {
  if (one === other) return true;
  const names = Object.keys(one) as (keyof Fields)[]; // what `Object.keys` gives of an object are names of its fields
  return (
    names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]))
  );
}
