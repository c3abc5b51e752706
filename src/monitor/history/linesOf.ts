/** Text in pieces of any size, as a file's stream gives them, or one piece. */
export type TextPieces = Iterable<string> | AsyncIterable<string>;

/** The lines of a text, each with its number from 1; blank ones are left out. */
export async function* linesOf(
  pieces: TextPieces,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  let number = 0;
  let rest = "";
  // A string is an iterable too, of single characters.
  for await (const piece of typeof pieces === "string" ? [pieces] : pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      number += 1;
      const text = clean(line);
      if (text !== "") yield { number, text };
    }
  }
  if (clean(rest) !== "") yield { number: number + 1, text: clean(rest) };
}

/** Without a byte order mark, a carriage return or other space around it. */
function clean(line: string): string {
  return line.replace(/^\uFEFF/, "").trim();
}
