import { describe, expect, it } from "vitest";
import en from "../../src/i18n/messages/en.json";
import { readSourceFiles, type SyntaxNode } from "../support/sourceFiles.ts";

const nodes = readSourceFiles().flatMap((file) => file.nodes);
const literals = new Set(nodes.flatMap(({ type, value }) => (type === "Literal" ? value : [])));
/** `outcome.${kind}` uses every key that begins so; the type checker sees to it that each kind has one. */
const patterns = nodes.flatMap((node) => (node.type === "TemplateLiteral" ? patternOf(node) : []));

describe("the catalogue", () => {
  it("holds no message that nothing uses", () => {
    const unused = Object.keys(en).filter(
      (key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

/** Only templates that begin with an area, such as `outcome.`, can name a message. */
function patternOf(node: SyntaxNode): RegExp[] {
  const texts = quasisOf(node);
  if (!/^[a-zA-Z]+\./.test(texts[0] ?? "")) return [];
  return [new RegExp(`^${texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^.]+")}$`)];
}

function quasisOf({ quasis }: SyntaxNode): string[] {
  return (Array.isArray(quasis) ? quasis : []).map(({ value }) => String(value.raw));
}
