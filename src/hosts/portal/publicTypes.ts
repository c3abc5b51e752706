/** Microsoft's clouds: `global` (also GCC), `usGov` (GCC High), `usGovDod` (DoD), `china` (21Vianet). */
export type CloudName = "global" | "usGov" | "usGovDod" | "china";

export type ThemeName = "light" | "dark" | "contrast" | "system";

/** What the monitor asks the portal for. `claims`: of a claims challenge, as JSON text, to be passed on as it is. */
export interface AccessTokenRequest {
  readonly scopes: readonly string[];
  readonly claims?: string;
}

/** A rejection is shown as a sign-in that the portal could not give; a person can then ask for another. */
export type GetAccessToken = (request: AccessTokenRequest) => Promise<string>;

/** Whole numbers. Seconds from 2 to 3600, minutes from 1 to 10080. */
export interface PollOptions {
  readonly activeSeconds?: number;
  readonly idleSeconds?: number;
  /** A running revocation that has not moved for so long is pointed out. */
  readonly unchangedMinutes?: number;
}

export type MonitorEvent =
  | {
      /** A revocation ended or stands still. */
      readonly type: "revocationchange";
      /** `stopped`: it runs no more, and Intune does not say how it ended. */
      readonly kind: "done" | "doneWithFailures" | "failed" | "canceled" | "stopped" | "unchanged";
      /** Epoch milliseconds: when it happened, or at the earliest can have. */
      readonly happenedAt: number;
      /** Opens this revocation, as `initialView`. */
      readonly view: string;
    }
  /** Reading waits for a person: the portal gave no access token, or none that Microsoft Graph accepts. */
  | { readonly type: "signinrequired" };

export interface MonitorOptions {
  readonly getAccessToken: GetAccessToken;
  /** `global` unless given. Another value watches another tenant: the monitor begins anew. */
  readonly cloud?: CloudName | undefined;
  /** BCP 47 tag. Without it the person chooses, at first as the browser prefers. */
  readonly locale?: string | undefined;
  /** Without it the person chooses, at first as the system prefers. */
  readonly theme?: ThemeName | undefined;
  /**
   * The portal's brand colour, as `#rgb` or `#rrggbb`. Its hue is taken, in shades of which words and marks stand out as
   * they do in Fluent's own; a person's high contrast has none of it.
   */
  readonly brandColor?: string | undefined;
  readonly poll?: PollOptions | undefined;
  /**
   * Names the signed-in person's tenant and account, apart from all others. With it this browser remembers what was
   * seen, and its tabs read once for all; without it everything is in memory and of this mount alone.
   */
  readonly historyKey?: string | undefined;
  /** A view as `onViewChange` gave it; read once. */
  readonly initialView?: string | undefined;
  /** Whatever a person filters, sorts or opens, as a query string. */
  readonly onViewChange?: ((view: string) => void) | undefined;
  readonly onEvent?: ((event: MonitorEvent) => void) | undefined;
}
