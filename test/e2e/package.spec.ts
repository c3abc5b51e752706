import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { build } from "vite";
import { unpackPackage, writeReadmeCode } from "../portal/portalSite.ts";

const kB = 1_000;
let folder = "";

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vpp-package-"));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test("publint finds nothing", () => {
  expect(run("publint", "--strict")).toContain("All good");
});

test("the types are right for whoever imports them", () => {
  const { tarball } = unpackPackage(folder);
  const page = ["--exclude-entrypoints", "redirect.html"];
  expect(run("attw", tarball, "--profile", "esm-only", "--quiet", ...page)).toBe("");
});

test("what the README shows is accepted by the compiler", () => {
  const { packed } = unpackPackage(folder);
  const home = join(folder, "portal");
  mkdirSync(join(home, "node_modules"), { recursive: true });
  cpSync(packed, join(home, "node_modules/vpp-revocation-monitor"), { recursive: true });
  cpSync(resolve("node_modules/@types/react"), join(home, "node_modules/@types/react"), { recursive: true });
  cpSync(resolve("node_modules/csstype"), join(home, "node_modules/csstype"), { recursive: true });
  writeReadmeCode(home, ["Licences.tsx", "signIn.ts"]);
  writeFileSync(join(home, "element.tsx"), elementUse);
  const compilerOptions = {
    ...{ strict: true, noEmit: true, jsx: "react-jsx", module: "esnext", moduleResolution: "bundler" },
    ...{ target: "es2022", lib: ["es2023", "dom"], types: [], exactOptionalPropertyTypes: true },
  };
  writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts*"] }));
  expect(run("tsc", "-p", home)).toBe("");
});

for (const [part, most] of [
  ["react", 125],
  ["element", 200],
] as const)
  test(`${part} brings its first row within ${most} kB of script`, () => {
    const bytes = firstRowFiles(join("dist-package", part)).reduce((sum, path) => sum + gzipped(path), 0);
    // Whoever names files otherwise must not make this pass.
    expect(bytes).toBeGreaterThan(0.5 * most * kB);
    expect(bytes).toBeLessThan(most * kB);
  });

test("parent is a few kB", () => {
  expect(gzipped("dist-package/parent/index.js")).toBeLessThan(5 * kB);
});

test("importing the component loads next to nothing", () => {
  expect(gzipped("dist-package/react/index.js")).toBeLessThan(2 * kB);
  expect(gzipped("dist-package/element/index.js")).toBeLessThan(3 * kB);
});

test("each script has its source map in the tarball", () => {
  const { packed } = unpackPackage(folder);
  const files = readdirSync(join(packed, "dist-package"), { recursive: true, encoding: "utf8" });
  // The bundler's own few lines have no source.
  const scripts = files.filter((name) => name.endsWith(".js") && !name.includes("rolldown-runtime"));
  expect(scripts.length).toBeGreaterThan(10);
  const withoutMap = scripts.filter((name) => {
    const map = `${name}.map`;
    const isNamed = readFileSync(join(packed, "dist-package", name), "utf8").includes(
      "//# sourceMappingURL=",
    );
    return !isNamed || !files.includes(map);
  });
  expect(withoutMap).toEqual([]);
});

test("React comes with the element alone", () => {
  const bare = (part: string) => {
    const code = readdirSync(join("dist-package", part))
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(join("dist-package", part, name), "utf8"));
    return [
      ...new Set(code.flatMap((text) => [...text.matchAll(bareImport)].map(([, name]) => name))),
    ].sort();
  };
  expect(bare("element")).toEqual([]);
  expect(bare("react")).toEqual(["react", "react-dom", "react-dom/client", "react/jsx-runtime"]);
});

test("a bundler leaves out what is imported and not used, but for the element, which defines itself", async () => {
  const home = join(folder, "bundled");
  mkdirSync(join(home, "node_modules"), { recursive: true });
  cpSync(unpackPackage(folder).packed, join(home, "node_modules/vpp-revocation-monitor"), {
    recursive: true,
  });
  const bundled = async (imports: string) => {
    writeFileSync(join(home, "portal.js"), imports);
    const rolldownOptions = { input: join(home, "portal.js"), external: /^react/ };
    const result = await build({
      ...{ root: home, configFile: false, logLevel: "warn", build: { write: false, rolldownOptions } },
    });
    const [output] = "output" in result ? result.output : [];
    return output?.type === "chunk" ? output.code.trim() : null;
  };
  const unused = `
    import { RevocationMonitor } from "vpp-revocation-monitor";
    import { connectRevocationMonitor } from "vpp-revocation-monitor/parent";`;
  expect(await bundled(unused)).toBe("");
  const used = 'import "vpp-revocation-monitor/element";';
  expect(await bundled(used)).toMatch(/customElements\.define\(["'`]vpp-revocation-monitor/);
});

test("MSAL comes with the element's own sign-in alone, and the emulator with nothing", () => {
  const sourcesOf = (part: string) =>
    readdirSync(join("dist-package", part), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js.map"))
      .map((name) => join("dist-package", part, name))
      .map((path) => ({ path, sources: JSON.parse(readFileSync(path, "utf8")).sources as string[] }));
  const all = ["react", "element", "parent"].flatMap(sourcesOf);
  expect(all.flatMap(({ sources }) => sources).length).toBeGreaterThan(500);
  const having = (pattern: RegExp) => all.filter(({ sources }) => sources.some((name) => pattern.test(name)));
  expect(having(/src\/emulator\//)).toEqual([]);
  const withMsal = having(/@azure\/msal/).map(({ path }) => path);
  expect(withMsal.length).toBeGreaterThan(0);
  expect(withMsal.filter((path) => !path.includes("/element/"))).toEqual([]);
  const first = firstRowFiles("dist-package/element").map((path) => `${path}.map`);
  expect(withMsal.filter((path) => first.includes(path))).toEqual([]);
});

/** An import statement of minified code that leads out of the package. */
const bareImport = /(?:^|[;}])(?:import|export)[^;"'()]*?from ?"((?!\.)[^"]+)"/g;

const elementUse = `
import type {} from "vpp-revocation-monitor/element/jsx";
import { RevocationMonitorElement } from "vpp-revocation-monitor/element";

const element: RevocationMonitorElement = document.createElement("vpp-revocation-monitor");
element.getAccessToken = async ({ scopes, claims }) => scopes.join() + (claims ?? "");
element.poll = { activeSeconds: 5 };
element.addEventListener("revocationchange", ({ detail }) => detail.view.slice(1));
element.addEventListener("viewchange", ({ detail }) => detail.view.slice(1));
// @ts-expect-error
element.cloud = "globl";
export const page = (
  <vpp-revocation-monitor
    cloud="global"
    history-key="ada"
    theme="dark"
    onviewchange={({ detail }) => detail.view.slice(1)}
    onrevocationchange={({ detail }) => detail.happenedAt.toFixed()}
    onsigninrequired={({ type }) => type.slice(1)}
    // @ts-expect-error
    onviewchanged={() => {}}
  />
);
`;

function run(program: string, ...args: readonly string[]): string {
  return execFileSync("npx", ["--no-install", program, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
}

/** What is loaded for a light page in English: each file with all that it imports. */
function firstRowFiles(part: string): readonly string[] {
  const names = readdirSync(part).filter((name) => name.endsWith(".js"));
  const named = (begin: string) =>
    names
      .filter((name) => name.startsWith(begin))
      .map((name) => join(part, name))
      // The words of later parts are in a file of the same name.
      .sort((a, b) => gzipped(a) - gzipped(b))[0] ?? "";
  const files = new Set(["index.js", "mountMonitor-", "MonitorPage-", "light-", "en-"].map(named));
  for (const file of files)
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import) ?"\.\/([^"]+\.js)"/g))
      files.add(join(part, name));
  return [...files];
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path)).length;
}
