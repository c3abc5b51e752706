import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { unpackPackage } from "../portal/portalSite.ts";
import { appOrigin } from "./entra.ts";
import type { PortalPage } from "./portalServer.ts";

/** The portal of the README's section on frames, as it stands there but for the dashboard's address. */
export async function documentedPortal(change = (script: string) => script): Promise<PortalPage> {
  const [, section = ""] = readFileSync("README.md", "utf8").split("\n## In an iframe\n");
  const body = snippet(section, "html").replace("https://vpp.contoso.com", appOrigin);
  return { body, script: await bundle(change(snippet(section, "js"))) };
}

/** The change that leaves the sign-in to the frame. */
export function withoutAccessTokens(script: string): string {
  return script.replace(/^.*getAccessToken:.*$/m, "");
}

function snippet(section: string, language: string): string {
  const text = new RegExp(`\n\`\`\`${language}\n(.*?)\n\`\`\`\n`, "s").exec(section)?.[1];
  if (text === undefined) throw new Error(`README.md shows no ${language} for a frame`);
  return text;
}

/** What the documentation leaves to the portal. */
const signIn = `export async function acquireAccessToken(scopes, claims) {
  const asked = new URLSearchParams({ scope: scopes.join(" "), ...(claims && { claims }) });
  const answer = await fetch("/access-token?" + asked, { cache: "no-store" }); // else one waits for the other
  if (!answer.ok) throw new Error("signed out");
  return answer.text();
}`;

/** As a portal's own bundler makes it of the script and of the module in the packed package. */
async function bundle(script: string): Promise<string> {
  home ??= installPackage();
  writeFileSync(join(home, "portal.js"), script);
  const result = await build({
    root: home,
    configFile: false,
    logLevel: "warn",
    build: { write: false, minify: false, rolldownOptions: { input: join(home, "portal.js") } },
  });
  const [output] = "output" in result ? result.output : [];
  if (output?.type !== "chunk") throw new Error("the portal's script was not built");
  return output.code;
}

/** One folder for all portals of a process, which have nothing of the project but its packed package. */
let home: string | undefined;

function installPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), "vpp-frame-portal-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  const { packed } = unpackPackage(folder);
  mkdirSync(join(folder, "node_modules"));
  renameSync(packed, join(folder, "node_modules/vpp-revocation-monitor"));
  writeFileSync(join(folder, "signIn.js"), signIn);
  // Whatever package the folder lies in is not the portal's.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  return folder;
}
