import { describe, expect, it } from "vitest";
import { missingPreloads } from "../../src/app/preloads.ts";

const needed = ["index-Ab1_", "shell-Cd2", "MonitorPage-Ef3", "Button-Gh4", "msal-Ij5"].map(
  (name) => `assets/${name}.js`,
);
const asked = (hostId: string, hostType: "html" | "js" = "js") =>
  missingPreloads("", [...needed, "assets/index-Kl6.css"], { hostId, hostType }).map((file) =>
    file.slice("assets/".length),
  );

describe("missingPreloads", () => {
  it("leaves out what the page begins with", () => {
    expect(asked("assets/index-Ab1_.js")).toEqual([
      "MonitorPage-Ef3.js",
      "Button-Gh4.js",
      "msal-Ij5.js",
      "index-Kl6.css",
    ]);
  });

  it("leaves out the page itself where a later part is asked for", () => {
    expect(asked("assets/MonitorPage-Ef3.js")).toEqual(["msal-Ij5.js", "index-Kl6.css"]);
  });

  it("leaves a page's own list alone", () => {
    expect(asked("index.html", "html")).toHaveLength(6);
  });
});
