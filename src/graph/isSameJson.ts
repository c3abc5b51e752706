import equal from "fast-deep-equal";

/**
 * Whether two JSON values are equal. `false` when that cannot be told: nesting that exhausts the stack, or a property
 * named `valueOf` or `toString`, which fast-deep-equal would call.
 */
export function isSameJson(left: unknown, right: unknown): boolean {
  try {
    return equal(left, right);
  } catch {
    return false;
  }
}
