import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "vite";

export interface SourceImport {
  readonly specifier: string;
  /** Path of one of our files, or `null` for a package. */
  readonly file: string | null;
  /** `type`: gone at run time. `dynamic`: loaded when asked for. */
  readonly kind: "static" | "type" | "dynamic";
}

export interface SourceFile {
  /** From the project's root, with slashes: `src/domain/outcome.ts`. */
  readonly path: string;
  /** First folder under `src`. */
  readonly room: string;
  readonly lines: number;
  readonly imports: readonly SourceImport[];
  readonly nodes: readonly SyntaxNode[];
  readonly comments: readonly string[];
}

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Every TypeScript file under `src`, parsed. */
export function readSourceFiles(): readonly SourceFile[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map(parseFile);
}

function parseFile(path: string): SourceFile {
  const code = readFileSync(path, "utf8");
  const { program, comments, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join("; ")}`);
  const nodes = [...nodesUnder(program)];
  return {
    path,
    room: path.split("/")[1] ?? "",
    lines: code.split("\n").length - 1,
    imports: nodes.flatMap((node) => importsOf(node, path)),
    nodes,
    comments: comments.map(({ value }) => value),
  };
}

function* nodesUnder(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== "object" || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodesUnder(child);
}

function isNode(value: object): value is SyntaxNode {
  return "type" in value && typeof value.type === "string" && "start" in value;
}

const importKinds: Readonly<Record<string, SourceImport["kind"]>> = {
  ImportDeclaration: "static",
  ExportNamedDeclaration: "static",
  ExportAllDeclaration: "static",
  TSImportType: "type",
  ImportExpression: "dynamic",
};

function importsOf(node: SyntaxNode, path: string): SourceImport[] {
  const kind = importKinds[node.type];
  if (kind === undefined || !isLiteral(node.source)) return [];
  const specifier = node.source.value;
  const file = specifier.startsWith(".")
    ? join(dirname(path), specifier.replace(/\?.*$/, "")).replaceAll("\\", "/")
    : null;
  return [{ specifier, file, kind: isTypeOnly(node) ? "type" : kind }];
}

/** `import type …`, or every name of it marked as a type. */
function isTypeOnly({ importKind, exportKind, specifiers }: SyntaxNode): boolean {
  if (importKind === "type" || exportKind === "type") return true;
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every((each: SyntaxNode) => each.importKind === "type" || each.exportKind === "type");
}

function isLiteral(value: unknown): value is { readonly value: string } {
  return typeof value === "object" && value !== null && "value" in value && typeof value.value === "string";
}
