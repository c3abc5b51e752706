import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { Portal } from "./Portal";

const place = document.getElementById("portal");
const portal = (
  <StrictMode>
    <Portal />
  </StrictMode>
);
const onRecoverableError = (error: unknown) => reportError(error);
if (place !== null) hydrateRoot(place, portal, { onRecoverableError });
