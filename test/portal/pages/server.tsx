import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { Portal } from "./Portal";

/** Prints what a server sends of the portal. */
process.stdout.write(
  renderToString(
    <StrictMode>
      <Portal />
    </StrictMode>,
  ),
);
