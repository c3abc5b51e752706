import * as v from "valibot";
import type { PollSettings } from "../../domain/pollDelay.ts";
import { chooseLocale, type LocaleCode } from "../../i18n/locales.ts";
import type { CloudName } from "./clouds.ts";
import { type ConfigProblem, isPlainObject, shapeProblems, wrongValue } from "./configProblem.ts";
import { demoSchema, tenantSchema } from "./configSchema.ts";

interface SharedConfig {
  readonly cloud: CloudName;
  readonly poll: PollSettings;
  readonly history: { readonly persist: boolean; readonly days: number };
  readonly embed: { readonly allowedOrigins: readonly string[] };
  /** `null`: the browser decides. */
  readonly locale: LocaleCode | null;
}

export type AppConfig =
  | (SharedConfig & { readonly mode: "demo" })
  | (SharedConfig & {
      readonly mode: "tenant";
      readonly clientId: string;
      readonly tenantId: string;
      /** Absolute; a portal says where its own redirect page is. Otherwise it stands beside `index.html`. */
      readonly redirectUri?: string;
    });

export type TenantConfig = Extract<AppConfig, { mode: "tenant" }>;

export type ParsedConfig =
  | { readonly ok: true; readonly config: AppConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** Reads the content of `config.json`, defaults filled in, or lists everything that is wrong with it. */
export function parseConfig(json: unknown): ParsedConfig {
  const ofShape = shapeProblems(json);
  if (!isPlainObject(json)) return { ok: false, problems: ofShape };
  const parsed = json.mode === "tenant" ? v.safeParse(tenantSchema, json) : v.safeParse(demoSchema, json);
  const problems = [...valueProblems(parsed.issues ?? [], ofShape), ...ofShape];
  if (problems.length > 0 || !parsed.success) return { ok: false, problems };
  return { ok: true, config: toConfig(parsed.output) };
}

type ConfigFile = v.InferOutput<typeof demoSchema> | v.InferOutput<typeof tenantSchema>;

function toConfig(file: ConfigFile): AppConfig {
  const { cloud, poll, history, embed, locale } = file;
  const shared = {
    cloud,
    poll,
    history,
    embed,
    locale: locale === undefined ? null : chooseLocale([locale]),
  };
  if (file.mode === "demo") return { mode: "demo", ...shared };
  return { mode: "tenant", clientId: file.clientId, tenantId: file.tenantId, ...shared };
}

/** One problem a field: a value can break several rules at once, and the shape may have been reported already. */
function valueProblems(
  issues: readonly v.BaseIssue<unknown>[],
  known: readonly ConfigProblem[],
): readonly ConfigProblem[] {
  const byPath = new Map<string, ConfigProblem>();
  for (const issue of issues.filter(({ expected }) => expected !== "never")) {
    const path = pathOf(issue);
    if (!known.some((problem) => problem.path === path)) byPath.set(path, wrongValue(path, foundBy(issue)));
  }
  return [...byPath.values()];
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const steps = issue.path ?? [];
  return steps
    .map(({ key, type }) => (type === "array" ? `[${String(key)}]` : `.${String(key)}`))
    .join("")
    .slice(1);
}

function foundBy(issue: v.BaseIssue<unknown>): unknown {
  return issue.path?.at(-1)?.value;
}
