import { describe, expect, it } from "vitest";
import { clouds } from "../../../src/app/config/clouds.ts";
import { documentedTable } from "../../support/documentedTable.ts";

/** As Microsoft writes them; `clouds.ts` names the pages. */
const facts = [
  ["global", "graph.microsoft.com", "login.microsoftonline.com", "intune.microsoft.com"],
  ["usGov", "graph.microsoft.us", "login.microsoftonline.us", "intune.microsoft.us"],
  ["usGovDod", "dod-graph.microsoft.us", "login.microsoftonline.us", "intune.microsoft.us"],
  ["china", "microsoftgraph.chinacloudapi.cn", "login.chinacloudapi.cn", "intune.microsoftonline.cn"],
] as const;

describe("Microsoft's clouds", () => {
  it.each(facts)("%s has Graph at %s, sign-in at %s and Intune at %s", (name, graph, login, adminCenter) => {
    expect(clouds[name]).toEqual({
      graphOrigin: `https://${graph}`,
      loginOrigin: `https://${login}`,
      adminCenterUrl: `https://${adminCenter}`,
    });
  });

  it("are these four, in the documentation too", () => {
    expect(Object.keys(clouds)).toEqual(facts.map(([name]) => name));
    const documented = documentedTable("docs/configuration.md", "`cloud`");
    expect(documented).toEqual(facts.map(([name, ...hosts]) => [`\`${name}\``, ...hosts]));
  });
});
