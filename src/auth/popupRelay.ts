import { runPopupRelay } from "@azure/msal-browser/popup-relay";
import { lingerAfterAnswer } from "./lingeringWindow.ts";

/**
 * In a window that a frame has opened: opens the login page in one more, which a browser that partitions storage lets
 * answer this one, and hands the answer on to the frame. `loginOrigin`: no other page is opened, whatever the address
 * of this one says. Throws where no frame has asked.
 */
export function relaySignIn(loginOrigin: string): void {
  lingerAfterAnswer();
  runPopupRelay({ allowedAuthorityOrigins: [loginOrigin] });
}
