/** What turns rows into a list that was asked for; loaded with the first question, before there is an answer. */
export { expandGroups, groupRows } from "./groupRows.ts";
export { rowTests } from "./rowTests.ts";
