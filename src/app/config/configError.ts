import type { ConfigProblem } from "./configProblem.ts";

/** Why there is no configuration. */
export type ConfigFault =
  /** 404. */
  | { readonly kind: "missing" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "timedOut" }
  /** Any other status that is no success. */
  | { readonly kind: "refused"; readonly status: number }
  /** A page instead of the file: a server's fallback, or a proxy's sign-in. */
  | { readonly kind: "html" }
  | { readonly kind: "empty" }
  /** From 1; `null` where the browser does not say. */
  | { readonly kind: "notJson"; readonly line: number | null; readonly column: number | null }
  /** `json`: the file's content. */
  | { readonly kind: "invalid"; readonly problems: readonly ConfigProblem[]; readonly json: unknown };

/** `config.json` cannot be used. Branch on `fault.kind`. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly fault: ConfigFault;
  /** Address of the file. */
  readonly url: string;

  constructor(fault: ConfigFault, url: string, cause?: unknown) {
    super(`config.json: ${fault.kind}`, { cause });
    this.fault = fault;
    this.url = url;
  }
}
