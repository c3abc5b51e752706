import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  readSourceFiles,
  type SourceFile,
  type SourceImport,
  type SyntaxNode,
} from "./support/sourceFiles.ts";

const files = readSourceFiles();
const fileAt = new Map(files.map((file) => [file.path, file]));

/** Which rooms a room may import. The README of each room says why. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  graph: ["domain"],
  auth: [],
  monitor: ["domain", "graph"],
  i18n: [],
  ui: ["i18n"],
  dashboard: ["domain", "monitor", "ui", "i18n"],
  app: ["domain", "graph", "auth", "monitor", "i18n", "ui", "dashboard", "emulator"],
  hosts: ["app", "auth"],
  emulator: ["graph", "domain"],
};

/** Which rooms may import a package; one that is not listed is open to all but `domain`. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
  "@azure/msal-browser": ["auth"],
  "@microsoft/microsoft-graph-types-beta": ["graph", "emulator"],
  "@tanstack/react-query": ["monitor", "app"],
  "@fluentui/react-components": ["ui", "dashboard", "app", "hosts"],
  "@fluentui/react-icons": ["ui", "dashboard", "app", "hosts"],
  react: ["monitor", "i18n", "ui", "dashboard", "app", "hosts"],
  "react-dom": ["ui", "hosts"],
  "react-intl": ["i18n", "ui", "dashboard", "app"],
};

describe("rooms", () => {
  it("are those that have rules, each with its README", () => {
    const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).sort()).toEqual(Object.keys(mayImport).sort());
    expect(rooms.map(({ name }) => `src/${name}/README.md`).filter((path) => !existsSync(path))).toEqual([]);
  });

  it("import only the rooms below them", () => {
    const found = everyImport().filter(({ from, to }) => {
      return to !== null && to.room !== from.room && !mayImport[from.room]?.includes(to.room);
    });
    expect(found.map(described)).toEqual([]);
  });

  it("import only the packages that are theirs", () => {
    const found = everyImport().filter(({ from, imported }) => {
      if (imported.file !== null) return false;
      const rooms = packageRooms[packageOf(imported)];
      return rooms === undefined ? from.room === "domain" : !rooms.includes(from.room);
    });
    expect(found.map(described)).toEqual([]);
  });

  it("reach into files that exist", () => {
    const found = everyImport().filter(({ imported: { file } }) => file !== null && !existsSync(file));
    expect(found.map(described)).toEqual([]);
  });

  it("take no more than types from Microsoft's package and into the emulator", () => {
    const found = everyImport().filter(({ from, to, imported }) => {
      const isEmulatorReachingOut = from.room === "emulator" && to !== null && to.room !== "emulator";
      const isWireType = packageOf(imported) === "@microsoft/microsoft-graph-types-beta";
      return imported.kind !== "type" && (isEmulatorReachingOut || isWireType);
    });
    expect(found.map(described)).toEqual([]);
  });
});

describe("what a page loads", () => {
  const entry =
    /<script type="module" src="\.\/(src\/[^"]+)"/.exec(readFileSync("index.html", "utf8"))?.[1] ?? "";

  it("begins with neither MSAL nor the emulator", () => {
    expect(fileAt.has(entry), `index.html names ${entry}`).toBe(true);
    expect(heavyPartsOf(entry)).toEqual([]);
  });

  it("never brings MSAL and the emulator together", () => {
    const dynamic = everyImport().filter(({ to, imported }) => to !== null && imported.kind === "dynamic");
    const starts = new Set(dynamic.map(({ imported }) => imported.file ?? ""));
    expect([...starts].filter((start) => heavyPartsOf(start).length > 1)).toEqual([]);
    const withHeavyParts = [...starts].filter((start) => heavyPartsOf(start).length > 0);
    expect(withHeavyParts.sort()).toEqual([
      "src/app/connectDemo.ts",
      "src/app/connectTenant.ts",
      "src/auth/closingInteraction.ts",
      "src/auth/nestedClient.ts",
      "src/auth/popupSession.ts",
      "src/auth/reopenedSession.ts",
      "src/auth/signInProblem.ts",
    ]);
  });
});

describe("files", () => {
  /** Nor do they describe each other: what two need has a file of its own. */
  it("never import each other in a circle", () => {
    const circles = files.map(({ path }) => circleThrough(path)).filter((circle) => circle.length > 0);
    expect(circles.map((circle) => circle.join(" → "))).toEqual([]);
  });

  it("stay short enough to read", () => {
    expect(files.filter(({ lines }) => lines > 330).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    );
  });

  it.each<[string, (node: SyntaxNode) => boolean]>([
    ["any", ({ type }) => type === "TSAnyKeyword"],
    ["a claim that something is not null", ({ type }) => type === "TSNonNullExpression"],
    ["an enum", ({ type }) => type === "TSEnumDeclaration"],
    ["a parameter property", ({ type }) => type === "TSParameterProperty"],
    ["the console", ({ type, object }) => type === "MemberExpression" && nameOf(object) === "console"],
    ["the debugger", ({ type }) => type === "DebuggerStatement"],
  ])("never use %s", (_, isForbidden) => {
    expect(files.filter(({ nodes }) => nodes.some(isForbidden)).map(({ path }) => path)).toEqual([]);
  });

  it("never silence the type checker or put work off", () => {
    const found = files.filter(({ comments }) =>
      comments.some((text) => /@ts-|\b(TODO|FIXME|HACK|XXX)\b/.test(text)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

interface Edge {
  readonly from: SourceFile;
  readonly to: SourceFile | null;
  readonly imported: SourceImport;
}

function everyImport(): Edge[] {
  return files.flatMap((from) =>
    from.imports.map((imported) => ({ from, to: fileAt.get(imported.file ?? "") ?? null, imported })),
  );
}

function described({ from, imported: { specifier, kind } }: Edge): string {
  return `${from.path} imports ${specifier} (${kind})`;
}

/** `@scope/name` or `name`; Node's own modules as they are, and nothing for our files. */
function packageOf({ specifier, file }: SourceImport): string {
  if (file !== null) return "";
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** What the static imports of a file bring along of MSAL and the emulator. */
function heavyPartsOf(start: string): string[] {
  const loaded = [...staticClosure(start)].flatMap((path) => fileAt.get(path) ?? []);
  const isWithMsal = loaded.some(({ imports }) =>
    imports.some((each) => each.kind === "static" && packageOf(each) === "@azure/msal-browser"),
  );
  const isWithEmulator = loaded.some(({ room }) => room === "emulator");
  return [...(isWithMsal ? ["@azure/msal-browser"] : []), ...(isWithEmulator ? ["emulator"] : [])];
}

function staticClosure(start: string, reached = new Set<string>()): Set<string> {
  if (reached.has(start)) return reached;
  reached.add(start);
  for (const next of staticTargets(start)) staticClosure(next, reached);
  return reached;
}

function staticTargets(path: string): string[] {
  return (fileAt.get(path)?.imports ?? []).flatMap(({ kind, file }) =>
    kind === "static" && file !== null ? file : [],
  );
}

/** What a file needs of others when it is loaded, or to be understood. */
function neededBy(path: string): string[] {
  return (fileAt.get(path)?.imports ?? []).flatMap(({ kind, file }) =>
    kind !== "dynamic" && file !== null ? file : [],
  );
}

/** A shortest way from a file back to itself along imports that are not dynamic; empty when there is none. */
function circleThrough(start: string): string[] {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of neededBy(way.at(-1) ?? "")) {
      if (next === start) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return [];
}

function nameOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "name" in value ? value.name : null;
}
