/** A file of its own, so that nobody loads it who is not asked for it. */
export { createNestablePublicClientApplication as createNestedClient } from "@azure/msal-browser";
