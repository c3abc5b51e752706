/** How long an answer may take from one window to another of a busy browser. */
export const answerTravelsMs = 500;

/**
 * A page that hands on the answer of a sign-in and then closes itself stays open until the answer has arrived: MSAL
 * looks every half second whether the window it opened is closed, and calls a sign-in cancelled whose window closed
 * before its answer came, which another process of the browser may tell in either order.
 * Source: https://github.com/AzureAD/microsoft-authentication-library-for-js (lib/msal-browser/src/popup_relay)
 */
export function lingerAfterAnswer(): void {
  const close = window.close.bind(window);
  window.close = () => void setTimeout(close, answerTravelsMs);
}
