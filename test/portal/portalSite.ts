import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";

/** Where the portals of one test run are built and served from. */
export interface PortalSite {
  readonly folder: string;
  /** From the path of a page to its HTML. */
  readonly pages: ReadonlyMap<string, string>;
}

const reacts = { "react-18": "18", "react-19": "19" } as const;

/**
 * A plain portal and one for each React, with nothing of the project but its packed package and what the README says
 * to write, as it is written there.
 */
export async function buildPortalSite(): Promise<PortalSite> {
  const folder = mkdtempSync(join(tmpdir(), "vpp-portal-"));
  const { packed } = unpackPackage(folder);
  const pages = new Map<string, string>();
  for (const [name, version] of Object.entries(reacts)) {
    const home = join(folder, name);
    mkdirSync(home);
    writeFileSync(join(home, "package.json"), JSON.stringify({ type: "module" }));
    bringReact(home, version, packed);
    cpSync("test/portal/pages", home, { recursive: true });
    writeReadmeCode(home, ["Licences.tsx", "signIn.ts"]);
    writeFileSync(join(home, "readme.tsx"), readmePage);
    await bundle(home, false);
    await bundle(home, true);
    const html = execFileSync("node", [join(home, "built/server.js")], { encoding: "utf8" });
    pages.set(`/${name}/portal`, htmlPage(`<div id="portal">${html}</div>`, `/${name}/built/main.js`));
    pages.set(`/${name}/readme`, htmlPage('<div id="portal"></div>', `/${name}/built/readme.js`));
  }
  // React 18 sets no properties of an element.
  pages.set("/react-19/element", htmlPage('<div id="portal"></div>', "/react-19/built/element.js"));
  cpSync(join(packed, "dist-package/redirect"), join(folder, "sign-in"), { recursive: true });
  cpSync(join(packed, "dist-package/element"), join(folder, "vpp-revocation-monitor"), { recursive: true });
  writeReadmeCode(folder, ["licences.html", "licences.js", "own-sign-in.html"]);
  pages.set("/licences", htmlPage(readFileSync(join(folder, "licences.html"), "utf8"), null));
  pages.set("/own-sign-in", htmlPage(readFileSync(join(folder, "own-sign-in.html"), "utf8"), null));
  pages.set("/own-sign-in-later", htmlPage("<h1>Contoso portal</h1>", null));
  pages.set("/empty", htmlPage("<h1>Contoso portal</h1>", null));
  return { folder, pages };
}

const readmePage = `
import { createRoot } from "react-dom/client";
import { Licences } from "./Licences";
createRoot(document.getElementById("portal")).render(<Licences />);
`;

/** Packs the package as it is built, and unpacks it into `folder` as a package manager does. */
export function unpackPackage(folder: string): { readonly tarball: string; readonly packed: string } {
  if (!existsSync("dist-package/react/index.js")) throw new Error("not built: npm run build:package");
  const options = { encoding: "utf8" } as const;
  const [{ filename }] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], options),
  );
  execFileSync("tar", ["-xzf", join(folder, filename), "-C", folder]);
  return { tarball: join(folder, filename), packed: join(folder, "package") };
}

function bringReact(home: string, version: string, packed: string): void {
  const modules = join(home, "node_modules");
  mkdirSync(modules, { recursive: true });
  const suffix = version === "18" ? "-18" : "";
  for (const name of ["react", "react-dom"])
    cpSync(resolve("node_modules", name + suffix), join(modules, name), { recursive: true });
  symlinkSync(resolve("node_modules/scheduler"), join(modules, "scheduler"));
  cpSync(packed, join(modules, "vpp-revocation-monitor"), { recursive: true });
}

/** As a portal is built while it is developed: that is when React's strict mode mounts twice, and warns. */
async function bundle(home: string, isServer: boolean): Promise<void> {
  const inputs = isServer ? ["server.tsx"] : ["main.tsx", "element.tsx", "readme.tsx"];
  await build({
    root: home,
    configFile: false,
    logLevel: "error",
    mode: "development",
    define: { "process.env.NODE_ENV": JSON.stringify("development") },
    oxc: { jsx: { runtime: "automatic", development: false } },
    ...(isServer && { ssr: { noExternal: true } }),
    build: {
      outDir: "built",
      emptyOutDir: false,
      minify: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      ssr: isServer,
      rolldownOptions: {
        input: inputs.map((input) => join(home, input)),
        output: { entryFileNames: "[name].js" },
      },
    },
  });
}

/** Writes the named code blocks of the README into files of their names. */
export function writeReadmeCode(folder: string, names: readonly string[]): void {
  const readme = readFileSync("README.md", "utf8");
  for (const name of names) {
    const code = new RegExp(`^\`\`\`\\w+ ${name.replace(".", "\\.")}\\n([^]*?)^\`\`\``, "m").exec(
      readme,
    )?.[1];
    if (code === undefined) throw new Error(`the README shows no ${name}`);
    writeFileSync(join(folder, name), code);
  }
}

function htmlPage(body: string, script: string | null): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Contoso portal</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/portal.css" />
  </head>
  <body>
    ${body}
    ${script === null ? "" : `<script type="module" src="${script}"></script>`}
  </body>
</html>
`;
}
