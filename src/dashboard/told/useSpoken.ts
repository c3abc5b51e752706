import { useEffect, useState } from "react";

interface UseSpokenOptions {
  /** The weightiest first; an empty one says nothing. Always as many. */
  readonly lines: readonly string[];
  /** What was said of each before. */
  readonly known: readonly string[];
  readonly say: (sentence: string) => void;
}

/** Says one sentence at a time: of the lines that changed together, the weightiest. */
export function useSpoken({ lines, known, say }: UseSpokenOptions): void {
  const [said, setSaid] = useState({ lines: known, sentence: "" });
  const { sentence } = said;
  const changed = lines.filter((line, index) => line !== said.lines[index]);
  if (changed.length > 0) setSaid({ lines, sentence: changed.find((line) => line !== "") ?? sentence });
  useEffect(() => say(sentence), [say, sentence]);
}
