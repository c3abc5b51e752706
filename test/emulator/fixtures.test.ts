import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explainFailure } from "../../src/domain/explainFailure.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import type { ScenarioName } from "../../src/emulator/scenarios.ts";
import { createGraphClient } from "../../src/graph/graphClient.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { emulated, readAll, resultsOf, startOfTest, tokensUrl } from "./emulated.ts";

const stableUrl = tokensUrl.replace("beta", "v1.0");

function fixture(name: string) {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8"));
}

describe("the emulated Graph beside published answers", () => {
  it("sends the properties of a captured v1.0 list", async () => {
    const captured = fixture("v1.0-vppTokens-list.live.json");
    const body = await (await emulated().get(stableUrl)).json();
    expect(body["@odata.context"]).toBe(captured["@odata.context"]);
    expect(Object.keys(body.value[0]).sort()).toEqual(Object.keys(captured.value[0]).sort());
  });

  it("sends the properties of Microsoft's beta example", async () => {
    const [documented] = fixture("beta-vppTokens-list.docs.json").value;
    const [first] = await readAll(emulated());
    const { "@odata.type": _, ...properties } = documented;
    expect(Object.keys(first ?? {}).sort()).toEqual(Object.keys(properties).sort());
  });

  it("accepts every property of Microsoft's metadata", async () => {
    const { properties } = fixture("beta-vppToken.type-mappings.json").entity.vppToken;
    expect((await emulated().get(`${tokensUrl}?$select=${properties.join(",")}`)).status).toBe(200);
  });

  it("sends results as Microsoft's metadata has them", async () => {
    const { vppTokenActionResult, vppTokenRevokeLicensesActionResult } = fixture(
      "beta-vppToken.type-mappings.json",
    ).complex;
    const names = [...vppTokenActionResult.properties, ...vppTokenRevokeLicensesActionResult.properties];
    const [first] = resultsOf(await readAll(emulated({ scenario: "failures" })));
    expect(Object.keys(first ?? {}).sort()).toEqual(["@odata.type", ...names].sort());
  });

  it("shapes a refusal like Intune's published one", async () => {
    const published = fixture("error-403-forbidden-nested-json-message.json").error;
    const { error } = await (await emulated({ scenario: "forbidden" }).get()).json();
    expect(Object.keys(error)).toEqual(Object.keys(published));
    expect(Object.keys(error.innerError)).toEqual(Object.keys(published.innerError));
    expect(Object.keys(JSON.parse(error.message))).toEqual(Object.keys(JSON.parse(published.message)));
  });
});

describe("the emulated Graph read by the product", () => {
  async function read(scenario: ScenarioName) {
    const { fetch } = emulated({ scenario });
    const client = createGraphClient({
      origin: "https://graph.microsoft.com",
      fetch: (input, init) => fetch(input, init),
      getAccessToken: async () => "first",
      now: () => startOfTest,
    });
    return createVppTokenReader(client).readAll();
  }

  it("failures gives evidence of each verdict", async () => {
    const { tokens } = await read("failures");
    const verdicts = new Set(
      tokens.flatMap(deriveRevocations).flatMap((revocation) => {
        const explanation = explainFailure(revocation, startOfTest);
        return explanation?.evidence.map(({ verdict }) => `${explanation.cause} ${verdict}`) ?? [];
      }),
    );
    expect([...verdicts].sort()).toEqual([
      "appleFailure agrees",
      "appleFailure cannotTell",
      "appleFailure changedSince",
      "expiredApplePushNotificationCertificate cannotTell",
      "expiredVppToken agrees",
      "expiredVppToken cannotTell",
      "expiredVppToken changedSince",
      "expiredVppToken contradicts",
      "internalError cannotTell",
      "noReasonGiven agrees",
      "noReasonGiven cannotTell",
      "noReasonGiven changedSince",
      "unrecognizedReason cannotTell",
    ]);
  });

  it("malformed leaves no item unaccounted for", async () => {
    const snapshot = await read("malformed");
    expect(snapshot.tokens.length).toBeGreaterThan(12);
    expect(snapshot.unreadableTokens.map(({ raw }) => raw)).toEqual(
      expect.arrayContaining(["not a token", null, 42]),
    );
  });
});
