import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { RevocationMonitorElement } from "./RevocationMonitorElement.ts";

/** What JSX may say of `<vpp-revocation-monitor>`; React 19 sets properties of the element, React 18 only attributes. */
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
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "vpp-revocation-monitor": RevocationMonitorAttributes;
    }
  }
}
