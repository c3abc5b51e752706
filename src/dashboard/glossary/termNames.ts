import type { GlossarySection, TermId } from "./glossary.ts";

/** Words of the glossary, and sections for all of their words. */
export type TermNames = readonly (TermId | GlossarySection)[];

/**
 * Says of an element what it means: `PointedMeanings` tells it. An attribute, since neither a button nor a listener
 * for each badge and number of a long list would be worth its weight.
 */
export function meaning(of: TermNames): { readonly "data-meaning": string } {
  return { "data-meaning": of.join(" ") };
}
