import type { HeaderList, PageHeaders, PagePattern } from "./pageHeaders.ts";

interface FormatOptions {
  /** Where the build stands on its host, with both slashes: `/` or `/revocations/`. */
  readonly basePath: string;
}

/** Besides `index.html`, which a request for the folder gets as well. */
const files = ["embed.html", "redirect.html", "relay.html", "config.json"] as const;

type Format = (pages: PageHeaders, options: FormatOptions) => string;

/** Configuration for the hosts that most Intune tenants have at hand, ready to paste. */
export const headerFormats = {
  nginx: formatNginx,
  "azure-static-web-apps": formatStaticWebApps,
  iis: formatIis,
  json: (pages) => toJson(pages),
} as const satisfies Record<string, Format>;

/** `add_header` does not inherit into a block that has its own, so each block carries its whole list. */
function formatNginx(pages: PageHeaders, { basePath }: FormatOptions): string {
  const block = (match: string, pattern: PagePattern) =>
    [`location ${match} {`, ...headerLines(pages[pattern], nginxHeader), "}"].join("\n");
  return [
    "# Inside the server { … } that serves the build; `root` and `index index.html` stay yours.",
    block(`= ${basePath}index.html`, "index.html"),
    ...files.map((file) => block(`= ${basePath}${file}`, file)),
    block(`${basePath}workers/`, "workers/*"),
    block(`${basePath}assets/`, "assets/*"),
    block(basePath, "*"),
  ].join("\n");
}

/** `staticwebapp.config.json`: a route's headers are laid over the global ones. */
function formatStaticWebApps(pages: PageHeaders, { basePath }: FormatOptions): string {
  const route = (path: string, pattern: PagePattern) => ({ route: basePath + path, headers: pages[pattern] });
  return toJson({
    routes: [
      route("", "index.html"),
      route("index.html", "index.html"),
      ...files.map((file) => route(file, file)),
      route("workers/*", "workers/*"),
      route("assets/*", "assets/*"),
    ],
    globalHeaders: pages["*"],
  });
}

/**
 * `web.config` beside `index.html`. The page's own headers are the default, so that a request for the folder, which IIS
 * answers with `index.html`, carries them; `clear` drops what the server would send twice.
 */
function formatIis(pages: PageHeaders): string {
  const location = (path: string, pattern: PagePattern) => [
    `  <location path="${path}">`,
    ...indent(iisHeaders(pages[pattern])),
    "  </location>",
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<configuration>",
    ...iisHeaders(pages["index.html"]),
    ...files.flatMap((file) => location(file, file)),
    ...location("workers", "workers/*"),
    ...location("assets", "assets/*"),
    "</configuration>",
  ].join("\n");
}

function iisHeaders(headers: HeaderList): readonly string[] {
  return [
    "  <system.webServer>",
    "    <httpProtocol>",
    "      <customHeaders>",
    "        <clear />",
    ...indent(indent(indent(headerLines(headers, iisHeader)))),
    "      </customHeaders>",
    "    </httpProtocol>",
    "  </system.webServer>",
  ];
}

function headerLines(headers: HeaderList, line: (name: string, value: string) => string): readonly string[] {
  return indent(Object.entries(headers).map(([name, value]) => line(name, value)));
}

function nginxHeader(name: string, value: string): string {
  return `add_header ${name} "${value}" always;`;
}

function iisHeader(name: string, value: string): string {
  return `<add name="${name}" value="${value}" />`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
