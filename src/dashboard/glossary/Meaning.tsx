import { glossary, type TermId } from "./glossary.ts";
import { Meanings } from "./Meanings.tsx";

/** "What does this mean?" beside one word of the glossary. */
export function Meaning({ id }: { readonly id: TermId }) {
  return <Meanings term={glossary[id]} of={[id]} />;
}
