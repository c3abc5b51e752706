import { describe, expect, it } from "vitest";
import { reasonText } from "../../src/dashboard/reasonText.ts";
import { stateText } from "../../src/dashboard/StateBadge.tsx";
import { shortened } from "../../src/dashboard/shortened.ts";
import { tokenName, tokenPlace } from "../../src/dashboard/tokenName.ts";
import type { ActionResult } from "../../src/domain/actionResult.ts";
import { aRevocation, aVppToken } from "../support/builders.ts";
import { formatTextIn } from "../support/formatText.ts";

const unrecognized = { kind: "unrecognized", raw: "rollingBack" } as const;

const states: readonly (readonly [Partial<ActionResult>, string, string])[] = [
  [{ actionState: "none" }, "No state", "Нет состояния"],
  [{ actionState: "pending" }, "Pending", "В очереди"],
  [{ actionState: "active" }, "Active", "Выполняется"],
  [{ actionState: "done", failedLicensesCount: 0 }, "Done", "Готово"],
  [{ actionState: "done", failedLicensesCount: 1 }, "Done with failures", "Готово, есть ошибки"],
  [{ actionState: "failed" }, "Failed", "Ошибка"],
  [{ actionState: "canceled" }, "Canceled", "Отменено"],
  [{ actionState: "notSupported" }, "Not supported", "Не поддерживается"],
  [{ actionState: unrecognized }, "rollingBack (unrecognized)", "rollingBack (неизвестное состояние)"],
  [{ actionState: null }, "Not reported", "Не сообщается"],
];

const reasons: readonly (readonly [Partial<ActionResult>, string | null])[] = [
  [{ actionState: "failed", failureReason: "appleFailure" }, "Apple’s service returned an error"],
  [{ actionState: "failed", failureReason: "internalError" }, "Intune failed internally"],
  [{ actionState: "failed", failureReason: "expiredVppToken" }, "Location token expired"],
  [
    { actionState: "failed", failureReason: "expiredApplePushNotificationCertificate" },
    "Push certificate expired",
  ],
  [{ actionState: "failed", failureReason: "none" }, "No reason given"],
  [
    { actionState: "failed", failureReason: { kind: "unrecognized", raw: "solarFlare" } },
    "Reason not recognized: solarFlare",
  ],
  [{ actionState: "active", failureReason: "none" }, null],
];

describe("words on the badges", () => {
  it.each(states)("%j", async (result, english, russian) => {
    const { outcome } = aRevocation(result);
    const actionState = result.actionState ?? null;
    expect(stateText(outcome, actionState, await formatTextIn("en"))).toBe(english);
    expect(stateText(outcome, actionState, await formatTextIn("ru"))).toBe(russian);
  });
});

describe("words of any length", () => {
  it("keep their mark on the badge", async () => {
    const raw = "rolling".repeat(1_000);
    const words = stateText("unrecognized", { kind: "unrecognized", raw }, await formatTextIn("en"));
    expect(words).toBe(`${raw.slice(0, 40)}… (unrecognized)`);
  });
  it("leave room in the row", async () => {
    const failureReason = { kind: "unrecognized", raw: "😀".repeat(5_000) } as const;
    const words = reasonText(aRevocation({ actionState: "failed", failureReason }), await formatTextIn("en"));
    expect(words).toBe(`Reason not recognized: ${"😀".repeat(60)}…`);
  });
  it("are cut between characters", () => {
    expect(shortened("a😀b", 2)).toBe("a…");
    expect(shortened("a😀b", 4)).toBe("a😀b");
  });
});

describe("short words of a failure", () => {
  it.each(reasons)("%j", async (result, words) => {
    expect(reasonText(aRevocation(result), await formatTextIn("en"))).toBe(words);
  });
});

describe("name of a token", () => {
  it.each([
    [{}, "North District", "Contoso Edu · Berlin"],
    [{ displayName: null }, "Contoso Edu", "Berlin"],
    [{ displayName: " ", organizationName: "" }, "Berlin", ""],
    [{ displayName: null, organizationName: null, locationName: null }, "vpp@contoso.com", ""],
    [{ displayName: null, organizationName: null, locationName: null, appleId: null }, "token-1", ""],
    [{ organizationName: "Berlin" }, "North District", "Berlin"],
  ])("%j", (overrides, name, place) => {
    const vppToken = aVppToken(overrides);
    expect(tokenName(vppToken)).toBe(name);
    expect(tokenPlace(vppToken).join(" · ")).toBe(place);
  });
});
