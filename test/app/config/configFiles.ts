type Fields = Readonly<Record<string, unknown>>;

export const clientId = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";

export function tenantFile(fields: Fields = {}): Fields {
  return { mode: "tenant", clientId, tenantId: "contoso.onmicrosoft.com", ...fields };
}

/** The file of the documentation, every field written out. */
export const wholeFile = {
  $schema: "./config.schema.json",
  mode: "tenant",
  clientId: "00000000-0000-0000-0000-000000000000",
  tenantId: "contoso.onmicrosoft.com",
  cloud: "global",
  poll: { activeSeconds: 10, idleSeconds: 300, unchangedMinutes: 60 },
  history: { persist: true, days: 90 },
  embed: { allowedOrigins: ["https://portal.contoso.com"] },
  locale: "ru",
};

type NamedFile = readonly [name: string, file: unknown];

export const rightFiles: readonly NamedFile[] = [
  ["the demo", { mode: "demo" }],
  ["the demo that keeps its tenant", { mode: "demo", clientId, tenantId: "contoso.com" }],
  ["the least of a tenant", tenantFile()],
  ["every field", wholeFile],
  ["empty sections", tenantFile({ poll: {}, history: {}, embed: {} })],
  ["no origins", tenantFile({ embed: { allowedOrigins: [] } })],
  ["ids in capitals", tenantFile({ clientId: clientId.toUpperCase(), tenantId: clientId.toUpperCase() })],
  ...["usGov", "usGovDod", "china"].map((cloud): NamedFile => [`cloud ${cloud}`, tenantFile({ cloud })]),
  ...["contoso.com", "xn--e1afmkfd.xn--p1ai", "a-b.c-d.example", "contoso.onmicrosoft.us"].map(
    (tenantId): NamedFile => [`tenant ${tenantId}`, tenantFile({ tenantId })],
  ),
  ...["en", "ru", "RU", "en-GB", "ru-RU", "en-Latn-US"].map(
    (locale): NamedFile => [`locale ${locale}`, tenantFile({ locale })],
  ),
  ...[
    "https://portal.contoso.com",
    "https://portal.contoso.com:8443",
    "https://10.1.2.3",
    "https://intranet",
  ].map((origin): NamedFile => [`origin ${origin}`, tenantFile({ embed: { allowedOrigins: [origin] } })]),
  ...[2, 3_600].map((seconds): NamedFile => {
    const poll = { activeSeconds: seconds, idleSeconds: seconds };
    return [`${seconds} seconds`, tenantFile({ poll })];
  }),
  ["idle reads more often than active ones", tenantFile({ poll: { activeSeconds: 60, idleSeconds: 30 } })],
];

export const wrongFiles: readonly NamedFile[] = [
  ...[null, 7, "demo", true, [], [{ mode: "demo" }], {}].map(
    (file): NamedFile => [`${JSON.stringify(file)} as the file`, file],
  ),
  ...["Demo", "tenants", "", null, 1, ["demo"]].map(
    (mode): NamedFile => [`mode ${JSON.stringify(mode)}`, { mode }],
  ),
  ["a tenant without ids", { mode: "tenant" }],
  ...["", " ", null, 7, `{${clientId}}`, ` ${clientId}`, clientId.slice(1), `${clientId}0`].map(
    (id): NamedFile => [`clientId ${JSON.stringify(id)}`, tenantFile({ clientId: id })],
  ),
  ...[
    "common",
    "organizations",
    "consumers",
    "Common",
    "9188040d-6c67-4c5b-b112-36a304b66dad",
    "9188040D-6C67-4C5B-B112-36A304B66DAD",
    "contoso",
    "contoso.",
    ".com",
    "contoso..com",
    "-contoso.com",
    "https://contoso.com",
    "admin@contoso.com",
    "contoso.com/x",
    "10.0.0.1",
    `${"a".repeat(64)}.com`,
    `${"a.".repeat(150)}com`,
    "",
    null,
    7,
  ].map((tenantId): NamedFile => [`tenantId ${JSON.stringify(tenantId)}`, tenantFile({ tenantId })]),
  ...["Global", "germany", "", null, 1].map(
    (cloud): NamedFile => [`cloud ${JSON.stringify(cloud)}`, tenantFile({ cloud })],
  ),
  ...[1, 1.5, 3_601, -10, "10", null, true, [10]].map(
    (activeSeconds): NamedFile => [
      `activeSeconds ${JSON.stringify(activeSeconds)}`,
      tenantFile({ poll: { activeSeconds } }),
    ],
  ),
  ["idleSeconds 1", tenantFile({ poll: { idleSeconds: 1 } })],
  ["unchangedMinutes 0", tenantFile({ poll: { unchangedMinutes: 0 } })],
  ["unchangedMinutes 10081", tenantFile({ poll: { unchangedMinutes: 10_081 } })],
  ["days 0", tenantFile({ history: { days: 0 } })],
  ["days 731", tenantFile({ history: { days: 731 } })],
  ["persist as text", tenantFile({ history: { persist: "true" } })],
  ...[null, [], 10, "often"].map((poll): NamedFile => [`poll ${JSON.stringify(poll)}`, tenantFile({ poll })]),
  ...[
    "*",
    "https://*.contoso.com",
    "http://portal.contoso.com",
    "https://portal.contoso.com/",
    "https://portal.contoso.com/app",
    "https://portal.contoso.com:443",
    "https://Portal.contoso.com",
    "https://user@portal.contoso.com",
    "https://",
    "portal.contoso.com",
    "null",
    null,
    7,
  ].map(
    (origin): NamedFile => [
      `origin ${JSON.stringify(origin)}`,
      tenantFile({ embed: { allowedOrigins: [origin] } }),
    ],
  ),
  ["one origin without its list", tenantFile({ embed: { allowedOrigins: "https://portal.contoso.com" } })],
  ...["it", "e", "english", "ru_RU", "", "en-", null, 7].map(
    (locale): NamedFile => [`locale ${JSON.stringify(locale)}`, tenantFile({ locale })],
  ),
  ["a schema that is no text", { $schema: 7, mode: "demo" }],
  ["an unknown field", { mode: "demo", scenario: "quiet" }],
  ["an unknown field in a section", { mode: "demo", poll: { seconds: 10 } }],
  ["a section's path as a name", { mode: "demo", "poll.activeSeconds": 10 }],
];
