import { readLocaleTable } from "./readLocaleTable.ts";

/**
 * What the catalogues say of themselves. Vite puts the table in the place of this module (`compileMessages.ts`); only a
 * command that Node runs reads the files.
 */
export const localeTable = readLocaleTable(new URL("./messages/", import.meta.url));
