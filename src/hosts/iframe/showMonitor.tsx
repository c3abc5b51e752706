import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import type { AppConfig } from "../../app/config/parseConfig.ts";
import { FramedHost } from "./FramedHost.tsx";
import { reportHeight } from "./frameHeight.ts";
import type { ParentChannel } from "./parentChannel.ts";

/** The dashboard for a parent that has answered. */
export function showMonitor(root: HTMLElement, config: AppConfig, channel: ParentChannel): void {
  root.replaceChildren();
  reportHeight(root, (height) => channel.say({ type: "height", height }));
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <FramedHost config={config} channel={channel} />
      </Suspense>
    </StrictMode>,
  );
}
