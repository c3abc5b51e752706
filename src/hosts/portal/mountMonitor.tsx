import { RendererProvider } from "@fluentui/react-components";
import { Provider_unstable as FluentSurroundings } from "@fluentui/react-shared-contexts";
import { createShadowDOMRenderer } from "@griffel/shadow-dom";
import { createRoot } from "react-dom/client";
import type { MountOptions } from "./mountOptions.ts";
import { PortalHost } from "./PortalHost.tsx";
import { openShadowPage } from "./shadowPage.ts";

export interface MountedMonitor {
  readonly update: (options: MountOptions) => void;
  /** Looks again at what is around the element. */
  readonly move: () => void;
  /** Nothing of it is left once what runs now has ended. */
  readonly unmount: () => void;
}

/**
 * As on a server: without a document Fluent writes no style tag into the portal's head and listens to nothing of its
 * window. `openShadowPage` does both within.
 */
const surroundings = { dir: "ltr" } as const;

/**
 * The monitor in the shadow root of an element. A React root of its own: what is pressed within would otherwise reach
 * the handlers of a portal that uses React twice, and the portal's contexts would reach in.
 */
export function mountMonitor(element: HTMLElement, options: MountOptions): MountedMonitor {
  const page = openShadowPage(element);
  const renderer = createShadowDOMRenderer(page.root);
  const root = createRoot(page.container);
  const mountEnd = new AbortController();
  let latest = options;
  const render = () =>
    root.render(
      <RendererProvider renderer={renderer} targetDocument={element.ownerDocument}>
        <FluentSurroundings value={surroundings}>
          <PortalHost options={latest} element={element} mountEnd={mountEnd.signal} onTheme={page.setTheme} />
        </FluentSurroundings>
      </RendererProvider>,
    );
  render();
  return {
    update: (next) => {
      latest = next;
      render();
    },
    move: render,
    unmount: () =>
      // React refuses to unmount one root while it renders another.
      queueMicrotask(() => {
        root.unmount();
        mountEnd.abort();
        page.close();
      }),
  };
}
