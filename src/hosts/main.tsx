import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { StandaloneHost } from "./standalone/StandaloneHost.tsx";

const FramedRefusal = lazy(async () => ({
  default: (await import("./standalone/FramedRefusal.tsx")).FramedRefusal,
}));

const root = document.getElementById("root");
if (root?.dataset.host === "iframe")
  void import("./iframe/beginFramed.ts").then(({ beginFramed }) => beginFramed(root));
else if (root !== null) showStandalone(root);

function showStandalone(root: HTMLElement): void {
  // A page that may be framed by anybody could be overlaid to steal clicks; embedding has a page of its own.
  const page = window.top === window ? <StandaloneHost /> : <FramedRefusal />;
  createRoot(root).render(
    <StrictMode>
      <Suspense>{page}</Suspense>
    </StrictMode>,
  );
}
