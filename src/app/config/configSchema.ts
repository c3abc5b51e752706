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

const clientId = v.pipe(v.string(), v.regex(guid));
const tenantId = v.pipe(v.string(), v.regex(tenant));

const shared = {
  $schema: v.exactOptional(v.string()),
  cloud: v.optional(v.picklist(cloudNames), "global"),
  poll: v.optional(
    v.strictObject({
      activeSeconds: wholeNumber(bounds.seconds, defaultPollSettings.activeSeconds),
      idleSeconds: wholeNumber(bounds.seconds, defaultPollSettings.idleSeconds),
      unchangedMinutes: wholeNumber(bounds.minutes, defaultPollSettings.unchangedMinutes),
    }),
    {},
  ),
  history: v.optional(
    v.strictObject({
      persist: v.optional(v.boolean(), true),
      days: wholeNumber(bounds.days, 90),
    }),
    {},
  ),
  embed: v.optional(
    v.strictObject({
      allowedOrigins: v.optional(v.array(v.pipe(v.string(), v.regex(httpsOrigin))), []),
    }),
    {},
  ),
  locale: v.exactOptional(v.pipe(v.string(), v.regex(languageTag))),
};

export const demoSchema = v.strictObject({
  mode: v.literal("demo"),
  clientId: v.exactOptional(clientId),
  tenantId: v.exactOptional(tenantId),
  ...shared,
});

export const tenantSchema = v.strictObject({
  mode: v.literal("tenant"),
  clientId,
  tenantId,
  ...shared,
});

/**
 * `config.json`. The published `config.schema.json` is generated from this, so both refuse the same files; its words stand
 * in `fieldDescriptions.ts`, which no page loads.
 */
export const configSchema = v.variant("mode", [demoSchema, tenantSchema]);

function wholeNumber({ min, max }: Range, fallback: number) {
  return v.optional(v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)), fallback);
}

function inAnyCase(code: string): string {
  return code.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
