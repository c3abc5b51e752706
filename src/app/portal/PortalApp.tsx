import { useMemo } from "react";
import { OwnPageProvider } from "../../ui/ownPage.ts";
import { ScrollerProvider, scrollerAround } from "../../ui/scroller.ts";
import { App } from "../App.tsx";
import type { AppHost } from "../appHost.ts";

export interface PortalAppProps {
  readonly host: AppHost;
  /** Of the portal's page; it holds the app. */
  readonly element: Element;
  /** How often it was moved in that page: something else may scroll it since. */
  readonly moves: number;
}

/** The app where the page around it is someone else's. */
export function PortalApp({ host, element, moves }: PortalAppProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move is a reason to look again
  const scroller = useMemo(() => scrollerAround(element), [element, moves]);
  return (
    <OwnPageProvider value={false}>
      <ScrollerProvider value={scroller}>
        <App host={host} clock={Date.now} />
      </ScrollerProvider>
    </OwnPageProvider>
  );
}
