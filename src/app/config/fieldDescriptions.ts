/** What the published `config.schema.json` says of each field, by its path; of a literal, with its value. */
export const fieldDescriptions: Readonly<Record<string, string>> = {
  $schema: "Lets an editor check this file.",
  "mode=demo": "An emulated tenant; no account is needed.",
  "mode=tenant": "Sign in and watch a real tenant.",
  clientId: "Application (client) ID of the app registration in Microsoft Entra ID.",
  tenantId: "The tenant: its GUID or one of its verified domains. Not common, organizations or consumers.",
  cloud: "Microsoft's cloud: global (also GCC), usGov (GCC High), usGovDod (DoD) or china (21Vianet).",
  poll: "How often Microsoft Graph is asked.",
  "poll.activeSeconds": "Seconds between reads while a revocation is pending or active.",
  "poll.idleSeconds": "Seconds between reads while nothing is running.",
  "poll.unchangedMinutes": "A running revocation that has not moved for this many minutes is pointed out.",
  history: "What this browser remembers of revocations it has seen.",
  "history.persist": "Keep the history in this browser.",
  "history.days": "Days after which an entry is forgotten.",
  embed: "Which portals may show embed.html in a frame.",
  "embed.allowedOrigins": "Exact https origins, such as https://portal.contoso.com; no path, no wildcard.",
  locale: "Language until a person chooses another; without it, the browser's.",
};
