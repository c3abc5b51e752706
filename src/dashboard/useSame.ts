import { useState } from "react";

/** The same object for as long as `key` is the same, whoever made it anew meanwhile. */
export function useSame<Value>(value: Value, key: string): Value {
  const [kept, setKept] = useState({ value, key });
  if (kept.key === key) return kept.value;
  setKept({ value, key });
  return value;
}
