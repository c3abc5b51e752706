import { OwnPageProvider } from "../../ui/ownPage.ts";
import { ScrollerProvider, scrollerAround } from "../../ui/scroller.ts";
import { MountEndProvider } from "../../ui/useSaveFile.ts";
import { App } from "../App.tsx";
import type { AppHost } from "../appHost.ts";

export interface PortalAppProps {
  readonly host: AppHost;
  /** Of the portal's page; it holds the app. */
  readonly element: Element;
  /** Aborted when the app is taken out of the page. */
  readonly mountEnd: AbortSignal;
}

/** The app where the page around it is someone else's. Once moved there, it is rendered again: another may scroll it. */
export function PortalApp({ host, element, mountEnd }: PortalAppProps) {
  return (
    <OwnPageProvider value={false}>
      <ScrollerProvider value={scrollerAround(element)}>
        <MountEndProvider value={mountEnd}>
          <App host={host} clock={Date.now} />
        </MountEndProvider>
      </ScrollerProvider>
    </OwnPageProvider>
  );
}
