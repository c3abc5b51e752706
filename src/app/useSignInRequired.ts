import { useEffect } from "react";
import type { AppHost } from "./appHost.ts";

/** Tells the surroundings once that reading waits for a person. */
export function useSignInRequired({ onEvent }: AppHost, isRequired: boolean): void {
  useEffect(() => {
    if (isRequired) onEvent?.({ type: "signinrequired" });
  }, [onEvent, isRequired]);
}
