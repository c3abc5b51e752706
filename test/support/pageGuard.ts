import type { BrowserContext, Page } from "@playwright/test";
import { appOrigin, graphOrigin, loginOrigin } from "./entra.ts";

/** Whose pages are watched. */
interface GuardedSite {
  readonly origin: string;
  /** Whom else it may ask. */
  readonly asks: readonly string[];
}

const app: GuardedSite = { origin: appOrigin, asks: [graphOrigin, loginOrigin] };
/** Schemes that stay inside the browser. */
const localScheme = /^(about|blob|data|chrome-error):/;

export interface PageGuard {
  /** A finding that the test itself provokes. */
  permit(pattern: RegExp): void;
  /** Watches what Playwright's own events leave out: icons, preflights, sockets. Call before the page navigates. */
  attach(page: Page): Promise<void>;
  /** What no page may ever do, as found so far; `secrets`: access and refresh tokens. */
  findings(secrets: Iterable<string>): readonly string[];
}

/** Watches every page of a browser context from its first moment. */
export async function guardContext(context: BrowserContext, site = app): Promise<PageGuard> {
  const permitted: RegExp[] = [];
  const noted: string[] = [];
  const urls = new Set<string>();
  const consoleTexts: string[] = [];
  context.on("request", (request) => urls.add(request.url()));
  context.on("page", (page) => page.on("framenavigated", (frame) => urls.add(frame.url())));
  context.on("weberror", (error) => noted.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on("console", (message) => {
    consoleTexts.push(message.text());
    if (/content security policy|trusted ?type/i.test(message.text()))
      noted.push(`policy: ${message.text()}`);
  });
  await context.exposeBinding("reportPolicyViolation", (_source, violation: string) => {
    noted.push(`policy: ${violation}`);
  });
  await context.addInitScript(reportViolations, site.origin);

  return {
    permit: (pattern) => permitted.push(pattern),
    attach: async (page) => {
      const session = await context.newCDPSession(page);
      session.on("Network.requestWillBeSent", ({ request }) => urls.add(request.url));
      session.on("Network.webSocketCreated", ({ url }) => urls.add(url));
      session.on("Network.webTransportCreated", ({ url }) => urls.add(url));
      await session.send("Network.enable");
    },
    findings: (secrets) => {
      const all = [...noted, ...foreignUrls(urls, site), ...leaks([...urls, ...consoleTexts], secrets)];
      return [...new Set(all)].filter((finding) => !permitted.some((pattern) => pattern.test(finding)));
    },
  };
}

function reportViolations(origin: string): void {
  if (location.origin !== origin) return;
  document.addEventListener("securitypolicyviolation", (violation) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = violation;
    const report: unknown = Reflect.get(window, "reportPolicyViolation");
    if (typeof report === "function")
      report(`${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber} ${sample}`);
  });
}

function foreignUrls(urls: Iterable<string>, { origin, asks }: GuardedSite): readonly string[] {
  const allowed = [origin, ...asks];
  return [...urls]
    .filter((url) => !localScheme.test(url) && !allowed.includes(new URL(url).origin))
    .map((url) => `foreign request: ${url}`);
}

function leaks(texts: readonly string[], secrets: Iterable<string>): readonly string[] {
  const known = [...secrets];
  return texts
    .filter((text) => known.some((secret) => text.includes(secret)))
    .map((text) => `token in an address or in the console: ${text}`);
}
