import { createContext, useContext } from "react";

const OwnPageContext = createContext(true);
export const OwnPageProvider = OwnPageContext.Provider;

/** Whether the whole page is the product's. In someone else's nothing is done to it: no printing, no reload. */
export function useOwnPage(): boolean {
  return useContext(OwnPageContext);
}
