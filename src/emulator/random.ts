/** An unsigned 32-bit number that depends on all parts and on nothing else. */
export function hashOf(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash ^ Math.floor(part / 2 ** 32), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

export function uuidOf(...parts: readonly number[]): string {
  const hex = [0, 1, 2, 3].map((word) => hex8(hashOf(...parts, word))).join("");
  return [0, 8, 12, 16, 20].map((from, index, cuts) => hex.slice(from, cuts[index + 1])).join("-");
}

export function hex8(value: number): string {
  return value.toString(16).padStart(8, "0");
}
