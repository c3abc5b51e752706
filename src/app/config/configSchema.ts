import * as v from "valibot";
import { defaultPollSettings } from "../../domain/pollDelay.ts";
import { localeCodes } from "../../i18n/locales.ts";
import { cloudNames } from "./clouds.ts";

export const bounds = {
  seconds: { min: 2, max: 3_600 },
  /** Up to a week. */
  minutes: { min: 1, max: 10_080 },
  /** Up to two years. */
  days: { min: 1, max: 730 },
} as const;

interface Range {
  readonly min: number;
  readonly max: number;
}

// The patterns carry no flags: a JSON Schema has none.
const guidText = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const guid = new RegExp(`^${guidText}$`);
const label = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
const domain = `(?=.{4,253}$)(${label}\\.)+[a-zA-Z]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])`;
/** The tenant of all personal Microsoft accounts. Intune has no personal accounts. */
const notPersonalAccounts = "(?!9188040[dD]-6[cC]67-4[cC]5[bB]-[bB]112-36[aA]304[bB]66[dD][aA][dD]$)";
/** `common`, `organizations` and `consumers` are no domains, for want of a dot. */
const tenant = new RegExp(`^(${notPersonalAccounts}${guidText}|${domain})$`);
const hostLabel = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
/** As browsers write an origin: lower case, no default port, nothing after it. */
const httpsOrigin = new RegExp(
  `^https://((${hostLabel}\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?|(\\d{1,3}\\.){3}\\d{1,3})(:(?!443$)[1-9]\\d{0,4})?$`,
);
const languageTag = new RegExp(`^(${localeCodes.map(inAnyCase).join("|")})(-[a-zA-Z0-9]{1,8}){0,4}$`);

const clientId = v.pipe(
  v.string(),
  v.regex(guid),
  v.description("Application (client) ID of the app registration in Microsoft Entra ID."),
);
const tenantId = v.pipe(
  v.string(),
  v.regex(tenant),
  v.description(
    "The tenant: its GUID or one of its verified domains. Not common, organizations or consumers.",
  ),
);

const shared = {
  $schema: v.exactOptional(v.pipe(v.string(), v.description("Lets an editor check this file."))),
  cloud: v.optional(
    v.pipe(
      v.picklist(cloudNames),
      v.description(
        "Microsoft's cloud: global (also GCC), usGov (GCC High), usGovDod (DoD) or china (21Vianet).",
      ),
    ),
    "global",
  ),
  poll: v.optional(
    section("How often Microsoft Graph is asked.", {
      activeSeconds: wholeNumber(
        bounds.seconds,
        defaultPollSettings.activeSeconds,
        "Seconds between reads while a revocation is pending or active.",
      ),
      idleSeconds: wholeNumber(
        bounds.seconds,
        defaultPollSettings.idleSeconds,
        "Seconds between reads while nothing is running.",
      ),
      unchangedMinutes: wholeNumber(
        bounds.minutes,
        defaultPollSettings.unchangedMinutes,
        "A running revocation that has not moved for this many minutes is pointed out.",
      ),
    }),
    {},
  ),
  history: v.optional(
    section("What this browser remembers of revocations it has seen.", {
      persist: v.optional(v.pipe(v.boolean(), v.description("Keep the history in this browser.")), true),
      days: wholeNumber(bounds.days, 90, "Days after which an entry is forgotten."),
    }),
    {},
  ),
  embed: v.optional(
    section("Which portals may show embed.html in a frame.", {
      allowedOrigins: v.optional(
        v.pipe(
          v.array(v.pipe(v.string(), v.regex(httpsOrigin))),
          v.description("Exact https origins, such as https://portal.contoso.com; no path, no wildcard."),
        ),
        [],
      ),
    }),
    {},
  ),
  locale: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(languageTag),
      v.description("Language until a person chooses another; without it, the browser's."),
    ),
  ),
};

export const demoSchema = v.strictObject({
  mode: v.pipe(v.literal("demo"), v.description("An emulated tenant; no account is needed.")),
  clientId: v.exactOptional(clientId),
  tenantId: v.exactOptional(tenantId),
  ...shared,
});

export const tenantSchema = v.strictObject({
  mode: v.pipe(v.literal("tenant"), v.description("Sign in and watch a real tenant.")),
  clientId,
  tenantId,
  ...shared,
});

/** `config.json`. The published `config.schema.json` is generated from this, so both refuse the same files. */
export const configSchema = v.variant("mode", [demoSchema, tenantSchema]);

function section<const Entries extends v.ObjectEntries>(description: string, entries: Entries) {
  return v.pipe(v.strictObject(entries), v.description(description));
}

function wholeNumber({ min, max }: Range, fallback: number, description: string) {
  return v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max), v.description(description)),
    fallback,
  );
}

function inAnyCase(code: string): string {
  return code.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
