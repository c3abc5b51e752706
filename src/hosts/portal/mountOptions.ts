import type { OpenSession } from "../../app/connection.ts";
import type { OwnSignInOptions } from "../../app/portal/portalConfig.ts";
import type { GetAccessToken, MonitorOptions } from "./publicTypes.ts";

/** What is mounted in a portal's page. Without `getAccessToken` people sign in here, if the host knows how. */
export interface MountOptions extends Omit<MonitorOptions, "getAccessToken"> {
  readonly getAccessToken?: GetAccessToken | undefined;
  readonly signIn?: OwnSignIn | undefined;
}

/** A sign-in of the monitor's own: whoever offers it brings the code for it. */
export interface OwnSignIn extends OwnSignInOptions {
  readonly openSession: OpenSession;
}
