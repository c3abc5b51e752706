/** How long a window stays open for an answer to arrive where it is waited for. */
export const answerTravelsMs = 500;

/**
 * A page that hands on the answer of a sign-in and then closes itself stays open a while longer. MSAL's relay looks
 * every half second whether the window it opened is closed, and so does the frame behind it: whoever sees that before
 * the answer calls the sign-in cancelled. The answer and the close come from another process of the browser, in either
 * order. Waiting makes it likely that the answer is first, on a busy computer too, and warrants nothing.
 * Source: https://github.com/AzureAD/microsoft-authentication-library-for-js (lib/msal-browser/src/popup_relay)
 */
export function lingerAfterAnswer(): void {
  const close = window.close.bind(window);
  window.close = () => void setTimeout(close, answerTravelsMs);
}
