import { describe, expect, it } from "vitest";
import { actionFailureReasons, actionStates } from "../../src/domain/actionResult.ts";
import { vppTokenStates } from "../../src/domain/vppToken.ts";
import { isScenarioName, scenarioNames } from "../../src/emulator/scenarios.ts";
import { credentialMarker } from "../../src/emulator/wire.ts";
import { emulated, readAll, resultsOf, startOfTest, tokensUrl, valuesOf } from "./emulated.ts";

const running = ["pending", "active"];
const minute = 60_000;

describe("scenario names", () => {
  it("are recognised and nothing else is", () => {
    expect(scenarioNames.every(isScenarioName)).toBe(true);
    expect(["chaos", "", null, 3].some(isScenarioName)).toBe(false);
  });
});

describe("mixed", () => {
  it("shows every state and reason", async () => {
    const tokens = await readAll(emulated());
    const results = resultsOf(tokens);
    expect([...valuesOf(results, "actionState")]).toEqual(
      expect.arrayContaining([...actionStates, "retrying"]),
    );
    expect([...valuesOf(results, "actionFailureReason")]).toEqual(
      expect.arrayContaining([...actionFailureReasons]),
    );
    expect([...valuesOf(tokens, "state")]).toEqual(expect.arrayContaining([...vppTokenStates]));
  });

  it("counts on at nearly every poll", async () => {
    const graph = emulated();
    let moved = 0;
    for (let poll = 0, before = ""; poll < 360; poll += 1, graph.pass(10_000)) {
      const now = resultsOf(await readAll(graph))
        .map(({ totalLicensesCount }) => totalLicensesCount)
        .join();
      moved += now === before ? 0 : 1;
      before = now;
    }
    expect(moved).toBeGreaterThan(350);
  });

  it("stays lively and bounded for days", async () => {
    const graph = emulated();
    for (let step = 0; step < 200; step += 1, graph.pass(17 * minute + 1_000)) {
      const results = resultsOf(await readAll(graph));
      expect(results.filter(({ actionState }) => running.includes(String(actionState)))).not.toHaveLength(0);
      expect(results.length).toBeGreaterThanOrEqual(20);
      expect(results.length).toBeLessThanOrEqual(30);
    }
  });

  it("never counts backwards within a run", async () => {
    const graph = emulated();
    const last = new Map<string, number>();
    for (let poll = 0; poll < 200; poll += 1, graph.pass(7_000)) {
      for (const token of await readAll(graph)) {
        for (const { startDateTime, totalLicensesCount = 0, failedLicensesCount = 0 } of resultsOf([token])) {
          const key = `${token.id} ${startDateTime}`;
          expect(Number(totalLicensesCount)).toBeGreaterThanOrEqual(last.get(key) ?? 0);
          expect(Number(failedLicensesCount)).toBeLessThanOrEqual(Number(totalLicensesCount));
          last.set(key, Number(totalLicensesCount));
        }
      }
    }
  });

  it("ends some runs well, some badly", async () => {
    const graph = emulated();
    const ended = new Set<string>();
    for (let poll = 0; poll < 100; poll += 1, graph.pass(minute)) {
      for (const { actionState, failedLicensesCount, startDateTime } of resultsOf(await readAll(graph))) {
        if (String(startDateTime) > new Date(startOfTest).toISOString()) {
          ended.add(`${actionState}${Number(failedLicensesCount) > 0 ? " with failures" : ""}`);
        }
      }
    }
    expect([...ended]).toEqual(
      expect.arrayContaining([
        "done",
        "done with failures",
        "failed with failures",
        "canceled with failures",
      ]),
    );
  });

  it("keeps its revocations when loaded again", async () => {
    const starts = (graph: ReturnType<typeof emulated>) =>
      readAll(graph).then((tokens) => resultsOf(tokens).map(({ startDateTime }) => startDateTime));
    const later = startOfTest + 2_000;
    expect(await starts(emulated({ clock: () => later }))).toEqual(await starts(emulated()));
  });

  it("never reports the future", async () => {
    for (const { lastUpdatedDateTime } of resultsOf(await readAll(emulated()))) {
      expect(Date.parse(String(lastUpdatedDateTime))).toBeLessThanOrEqual(startOfTest);
    }
  });
});

describe("still scenarios", () => {
  it("quiet has tokens without results", async () => {
    const tokens = await readAll(emulated({ scenario: "quiet" }));
    expect(tokens.length).toBeGreaterThan(5);
    expect(resultsOf(tokens)).toEqual([]);
  });

  it("empty has no tokens", async () => {
    expect(await readAll(emulated({ scenario: "empty" }))).toEqual([]);
  });

  it("unchanged runs without moving for hours", async () => {
    const graph = emulated({ scenario: "unchanged" });
    const before = resultsOf(await readAll(graph));
    graph.pass(30 * minute);
    expect(resultsOf(await readAll(graph))).toEqual(before);
    for (const { actionState, lastUpdatedDateTime } of before) {
      expect(running).toContain(actionState);
      expect(startOfTest - Date.parse(String(lastUpdatedDateTime))).toBeGreaterThan(60 * minute);
    }
  });

  it("failures has every reason and token state", async () => {
    const tokens = await readAll(emulated({ scenario: "failures" }));
    expect([...valuesOf(resultsOf(tokens), "actionFailureReason")]).toEqual(
      expect.arrayContaining([...actionFailureReasons, "licenseServiceUnavailable"]),
    );
    expect([...valuesOf(tokens, "state")]).toEqual(expect.arrayContaining([...vppTokenStates]));
  });

  it("forbidden speaks as Intune does", async () => {
    const graph = emulated({ scenario: "forbidden" });
    const response = await graph.get();
    const { message } = (await response.json()).error;
    expect(response.status).toBe(403);
    expect(message).toContain("\r\n");
    expect(JSON.parse(message)).toMatchObject({ _version: 3, CustomApiErrorPhrase: "", RetryAfter: null });
    const { responses } = await (await graph.batch(["/deviceAppManagement/vppTokens"])).json();
    expect(responses[0].status).toBe(403);
  });
});

describe("malformed", () => {
  it("repeats a token on the second page", async () => {
    const tokens = await readAll(emulated({ scenario: "malformed" }));
    const ids = tokens.flatMap((token) => (typeof token?.id === "string" ? [token.id] : []));
    expect(tokens.length).toBeGreaterThan(12);
    expect(new Set(ids).size).toBe(ids.length - 1);
  });

  it("hides credentials inside selected results", async () => {
    const url = `${tokensUrl}?$select=id,displayName,tokenActionResults`;
    const tokens = await readAll(emulated({ scenario: "malformed" }), url);
    expect(JSON.stringify(resultsOf(tokens.filter((token) => token !== null)))).toContain(credentialMarker);
  });

  it("holds each kind of bad input", async () => {
    const tokens = await readAll(emulated({ scenario: "malformed" }));
    const results = resultsOf(tokens.filter((token) => typeof token === "object" && token !== null));
    expect(tokens).toContain("not a token");
    expect(tokens).toContain(null);
    expect(results).toContain(null);
    expect(results).toContain(42);
    const counts = valuesOf(results.filter(Boolean), "totalLicensesCount");
    expect([...counts]).toEqual(expect.arrayContaining([-1, null, "12", 2_147_483_647, undefined]));
    const dates = valuesOf(results.filter(Boolean), "startDateTime");
    expect([...dates]).toEqual(
      expect.arrayContaining(["yesterday", null, undefined, "0001-01-01T00:00:00Z"]),
    );
  });
});

describe("bad days", () => {
  it("throttled works, refuses, tells the wait, recovers", async () => {
    const graph = emulated({ scenario: "throttled" });
    const read = async () => {
      const response = await graph.get();
      if (response.ok) return "ok";
      const { message } = (await response.json()).error;
      return `${response.headers.get("Retry-After")} ${message.startsWith("{") ? "readable" : "hidden"}`;
    };
    const seen = [];
    for (const wait of [0, 10_000, 5_000, 7_000, 10_000, 12_000]) {
      graph.pass(wait);
      seen.push(await read());
    }
    expect(seen).toEqual(["ok", "12 readable", "7 readable", "ok", "12 hidden", "ok"]);
  });

  it("outage goes through every failure and recovers", async () => {
    const graph = emulated({ scenario: "outage" });
    const read = async () => {
      try {
        const response = await graph.get();
        const text = await response.text();
        return `${response.status} ${text === "" ? "empty" : text.startsWith("<") ? "html" : isJson(text)}`;
      } catch (error) {
        return String(error);
      }
    };
    const seen = [];
    for (let count = 0; count < 11; count += 1) seen.push(await read());
    expect(seen).toEqual([
      "200 json",
      "500 json",
      "502 html",
      "503 json",
      "504 json",
      "TypeError: Failed to fetch",
      "200 broken",
      "200 empty",
      "200 html",
      "200 json",
      "500 json",
    ]);
  });

  it("expired refuses the first access token only", async () => {
    const graph = emulated({ scenario: "expired" });
    expect((await graph.get()).status).toBe(200);
    graph.pass(20_000);
    expect((await graph.get()).status).toBe(401);
    const other = await graph.get(tokensUrl, { headers: { Authorization: "Bearer second" } });
    expect(other.status).toBe(200);
  });
});

describe("district", () => {
  it("has thirty thousand results on three pages", async () => {
    const tokens = await readAll(emulated({ scenario: "district" }));
    const results = resultsOf(tokens);
    expect([tokens.length, results.length]).toEqual([3_000, 30_000]);
    expect(new Set(tokens.map(({ id }) => id)).size).toBe(3_000);
    expect(tokens.filter((token) => resultsOf([token]).some(isActive))).toHaveLength(5);
  });

  it("can be smaller with as many at work", async () => {
    for (const tokensCount of [20, 300]) {
      const tokens = await readAll(emulated({ scenario: "district", tokensCount }));
      expect([tokens.length, resultsOf(tokens).length]).toEqual([tokensCount, 10 * tokensCount]);
      expect(tokens.filter((token) => resultsOf([token]).some(isActive))).toHaveLength(5);
    }
  });

  it("changes about one result in a hundred", async () => {
    const graph = emulated({ scenario: "district" });
    const before = new Set(resultsOf(await readAll(graph)).map((result) => JSON.stringify(result)));
    graph.pass(5 * minute);
    const tokens = await readAll(graph);
    const changed = resultsOf(tokens).filter((result) => !before.has(JSON.stringify(result)));
    expect(changed.length).toBeGreaterThan(200);
    expect(changed.length).toBeLessThan(400);
    expect(tokens.filter((token) => resultsOf([token]).some(isActive))).toHaveLength(5);
  });

  it("finds one token by its id", async () => {
    const graph = emulated({ scenario: "district" });
    const tokens = await readAll(graph);
    const { id } = await (await graph.get(`${tokensUrl}/${tokens[2_345]?.id}?$select=id`)).json();
    expect(id).toBe(tokens[2_345]?.id);
    expect((await graph.get(`${tokensUrl}/00000001-nobody`)).status).toBe(404);
  });
});

function isActive({ actionState }: Readonly<Record<string, unknown>>): boolean {
  return actionState === "active";
}

function isJson(text: string): string {
  try {
    JSON.parse(text);
    return "json";
  } catch {
    return "broken";
  }
}
