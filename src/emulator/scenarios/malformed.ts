import { organizations } from "../organizations.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { tokenListOf } from "../tokenList.ts";
import { credentialOf, day, floorTo, hour, minute, wireResult, wireTime, wireToken } from "../wire.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Everything that one list answer can get wrong, on two pages; the first and last tokens are in order. */
export const malformed: ScenarioFactory = (settings) => {
  const today = floorTo(day, settings.createdAt);
  return {
    pageSize: 12,
    tokensAt(now) {
      let index = 0;
      const token = (title: string, fields: Fields): Fields => {
        const place = { ...settings, index: index++, today, now };
        return { ...wireToken(place, organizations.contoso), displayName: title, ...fields };
      };
      return tokenListOf(malformedList(token, today));
    },
  };
};

function malformedList(token: (title: string, fields: Fields) => Fields, today: number): readonly unknown[] {
  const good = resultBuilder(today);
  const inOrder = token("In order", { tokenActionResults: [good({})] });
  return [
    inOrder,
    "not a token",
    token('<img src=x onerror="document.title=1"><b>Markup</b>', named("<script>alert(1)</script>", good)),
    token("\u202Eright to left\u202C عربي \u2066isolated", named("\u200Fمدارس\u200E (\u202Egnp.exe)", good)),
    token("W".repeat(10_000), named("𝕏".repeat(5_000), good)),
    token("", named("", good)),
    token("Counts", { tokenActionResults: oddCounts(good) }),
    token("Dates", { ...oddTokenDates(today), tokenActionResults: oddDates(good, today) }),
    token("Kinds", {
      state: "hibernating",
      vppTokenAccountType: "charity",
      tokenActionResults: oddKinds(good),
    }),
    token("Entries", { tokenActionResults: [null, 42, "text", [], {}, good({})] }),
    token("Results are null", { tokenActionResults: null }),
    token("Results are a text", { tokenActionResults: "pending" }),
    inOrder,
    token("Results are absent", { tokenActionResults: undefined }),
    token("Without an id", { id: undefined, tokenActionResults: [good({})] }),
    token("The id is a number", { id: 17, tokenActionResults: [good({})] }),
    null,
    42,
    token("A credential inside a result", { tokenActionResults: [credentialInside(good)] }),
    token("More than anyone knows", {
      "@odata.type": "microsoft.graph.vppToken",
      locationId: 123456789012,
      futureProperty: { nested: ["value"], token: credentialOf(0, 2) },
      tokenActionResults: [good({ futureProperty: { nested: true } })],
    }),
    token("Equal results", { tokenActionResults: [good({}), good({ totalLicensesCount: 9 })] }),
    token("In order, at the end", { tokenActionResults: [good({ actionState: "done" })] }),
  ];
}

type ResultBuilder = (fields: Fields) => Fields;

function resultBuilder(today: number): ResultBuilder {
  const startedAt = today - 3 * hour;
  const base = wireResult({ startedAt, updatedAt: startedAt + 10 * minute }, { totalLicensesCount: 200 });
  return (fields) => ({ ...base, ...fields });
}

/** The same odd text wherever a person may read it. */
function named(text: string, good: ResultBuilder): Fields {
  return { organizationName: text, locationName: text, tokenActionResults: [good({ actionName: text })] };
}

function oddCounts(good: ResultBuilder): readonly Fields[] {
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [-1, 0],
    [10, -1],
    [null, null],
    ["12", 0],
    [2_147_483_647, 1],
    [2, 3],
    [undefined, undefined],
    [1.5, 0],
    [0, 0],
  ];
  return pairs.map(([totalLicensesCount, failedLicensesCount], index) =>
    good({ ...startedSince(index), totalLicensesCount, failedLicensesCount }),
  );
}

function oddDates(good: ResultBuilder, today: number): readonly Fields[] {
  const dates: readonly unknown[] = [
    undefined,
    null,
    "",
    "yesterday",
    "2026-13-45T99:00:00Z",
    1_767_225_600,
    wireTime(today + 400 * day),
    "0001-01-01T00:00:00Z",
    "2017-01-01T00:00:56.8321556-08:00",
  ];
  return dates.map((date) => good({ startDateTime: date, lastUpdatedDateTime: date }));
}

function oddTokenDates(today: number): Fields {
  return {
    expirationDateTime: "soon",
    lastSyncDateTime: "0001-01-01T00:00:00Z",
    lastModifiedDateTime: wireTime(today + 400 * day),
    lastSyncStatus: "paused",
  };
}

function oddKinds(good: ResultBuilder): readonly Fields[] {
  const kinds: readonly Fields[] = [
    { actionState: "retrying" },
    { actionState: null },
    { actionState: 3 },
    { actionFailureReason: "solarFlare", actionState: "failed" },
    { actionFailureReason: null, actionState: "failed" },
    { actionName: null },
    { "@odata.type": "#microsoft.graph.vppTokenSomethingNewActionResult" },
    { "@odata.type": "microsoft.graph.vppTokenRevokeLicensesActionResult" },
    { "@odata.type": undefined },
    { "@odata.type": 5 },
    {
      "@odata.type": "#microsoft.graph.vppTokenActionResult",
      totalLicensesCount: undefined,
      failedLicensesCount: undefined,
      actionFailureReason: undefined,
    },
  ];
  return kinds.map((fields, index) => good({ ...startedSince(index), ...fields }));
}

/** Keeps the results of one token apart: the start is part of what tells them from each other. */
function startedSince(index: number): Fields {
  return { startDateTime: `2026-01-05T0${index % 10}:${index > 9 ? "30" : "00"}:00Z` };
}

function credentialInside(good: ResultBuilder): Fields {
  return good({ token: credentialOf(0, 0), details: [{ token: credentialOf(0, 1) }] });
}
