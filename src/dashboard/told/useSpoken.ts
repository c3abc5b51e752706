import { useEffect, useState } from "react";

interface SpokenLine {
  readonly text: string;
  /** Another one says the same words again; absent: other words do. */
  readonly of?: unknown;
}

interface UseSpokenOptions {
  /** The weightiest first; an empty one says nothing. Always as many. */
  readonly lines: readonly SpokenLine[];
  /** What was said of each before. */
  readonly known: readonly string[];
  readonly say: (sentence: string) => void;
}

/**
 * Says one sentence at a time: of the lines that changed together, the weightiest. Words that stand there already are not
 * spoken, so every other sentence that may be the same again has a space at its end.
 */
export function useSpoken({ lines, known, say }: UseSpokenOptions): void {
  const [said, setSaid] = useState(() => {
    const before: readonly SpokenLine[] = lines.map((line, index) => ({ ...line, text: known[index] ?? "" }));
    return { lines: before, sentence: "", turn: 0 };
  });
  const { sentence, turn } = said;
  const changed = lines.filter(({ text, of }, index) => {
    const before = said.lines[index];
    return text !== before?.text || of !== before.of;
  });
  if (changed.length > 0) {
    const next = changed.find(({ text }) => text !== "");
    const isMarked = next?.of !== undefined && turn % 2 === 1;
    setSaid({
      lines,
      sentence: next === undefined ? sentence : `${next.text}${isMarked ? "\u00a0" : ""}`,
      turn: next?.of === undefined ? turn : turn + 1,
    });
  }
  useEffect(() => say(sentence), [say, sentence]);
}
