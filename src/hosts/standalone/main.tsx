import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { StandaloneHost } from "./StandaloneHost.tsx";

const FramedRefusal = lazy(async () => ({ default: (await import("./FramedRefusal.tsx")).FramedRefusal }));

const root = document.getElementById("root");
// A page that may be framed by anybody could be overlaid to steal clicks; embedding has a page of its own.
const page = window.top === window ? <StandaloneHost /> : <FramedRefusal />;
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Suspense>{page}</Suspense>
    </StrictMode>,
  );
