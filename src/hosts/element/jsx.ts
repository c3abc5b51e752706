import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RevocationChangeEvent, SignInRequiredEvent, ViewChangeEvent } from "./index.ts";
import type { RevocationMonitorElement } from "./RevocationMonitorElement.ts";

/**
 * What JSX may say of `<vpp-revocation-monitor>`. React 19 sets its properties and listens to its events; React 18 does
 * neither, and leaves what is no text to a `ref`.
 */
export interface RevocationMonitorAttributes
  extends DetailedHTMLProps<HTMLAttributes<RevocationMonitorElement>, RevocationMonitorElement> {
  readonly "client-id"?: string | undefined;
  readonly "tenant-id"?: string | undefined;
  readonly "redirect-uri"?: string | undefined;
  readonly cloud?: string | undefined;
  readonly locale?: string | undefined;
  readonly theme?: string | undefined;
  readonly "brand-color"?: string | undefined;
  readonly "history-key"?: string | undefined;
  readonly getAccessToken?: RevocationMonitorElement["getAccessToken"];
  readonly poll?: RevocationMonitorElement["poll"];
  readonly initialView?: RevocationMonitorElement["initialView"];
  readonly onviewchange?: ((event: ViewChangeEvent) => void) | undefined;
  readonly onrevocationchange?: ((event: RevocationChangeEvent) => void) | undefined;
  readonly onsigninrequired?: ((event: SignInRequiredEvent) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "vpp-revocation-monitor": RevocationMonitorAttributes;
    }
  }
}
