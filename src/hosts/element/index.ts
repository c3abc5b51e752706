import type { MonitorEvent } from "../portal/publicTypes.ts";
import { RevocationMonitorElement } from "./RevocationMonitorElement.ts";

export type {
  AccessTokenRequest,
  CloudName,
  GetAccessToken,
  PollOptions,
  ThemeName,
} from "../portal/publicTypes.ts";
export { RevocationMonitorElement };

type DetailOf<Type extends MonitorEvent["type"]> = Omit<Extract<MonitorEvent, { type: Type }>, "type">;

export type RevocationChangeEvent = CustomEvent<DetailOf<"revocationchange">>;
export type SignInRequiredEvent = CustomEvent<null>;
export type ViewChangeEvent = CustomEvent<{ readonly view: string }>;

declare global {
  interface HTMLElementTagNameMap {
    "vpp-revocation-monitor": RevocationMonitorElement;
  }
  interface HTMLElementEventMap {
    revocationchange: RevocationChangeEvent;
    signinrequired: SignInRequiredEvent;
    viewchange: ViewChangeEvent;
  }
}

// Another copy of the package may have been here first; on a server there is nothing to define.
if (typeof customElements !== "undefined" && customElements.get("vpp-revocation-monitor") === undefined)
  customElements.define("vpp-revocation-monitor", RevocationMonitorElement);
