import { describe, expect, it } from "vitest";
import { progressText } from "../../src/dashboard/progressText.ts";
import type { ActionResult } from "../../src/domain/actionResult.ts";
import { aRevocation } from "../support/builders.ts";
import { formatTextIn } from "../support/formatText.ts";

type Counts = Pick<ActionResult, "actionState" | "totalLicensesCount" | "failedLicensesCount">;

const of = (
  actionState: Counts["actionState"],
  totalLicensesCount: Counts["totalLicensesCount"],
  failedLicensesCount: Counts["failedLicensesCount"],
): Counts => ({ actionState, totalLicensesCount, failedLicensesCount });

const unreadable = { kind: "unreadable", raw: "12" } as const;
const unknownState = { kind: "unrecognized", raw: "rollingBack" } as const;

const table: readonly (readonly [string, Counts, string, string])[] = [
  [
    "active",
    of("active", 1200, 20),
    "1,200 attempted, 20 failed so far",
    "Попыток отзыва: 1 200, пока неудачных: 20",
  ],
  ["pending", of("pending", 5, 0), "5 attempted, 0 failed so far", "Попыток отзыва: 5, пока неудачных: 0"],
  ["all revoked", of("done", 1200, 0), "1,200 of 1,200 revoked", "Отозвано 1 200 из 1 200 лицензий"],
  ["one licence", of("done", 1, 0), "1 of 1 revoked", "Отозвано 1 из 1 лицензии"],
  ["21 licences", of("done", 21, 0), "21 of 21 revoked", "Отозвано 21 из 21 лицензии"],
  [
    "done with failures",
    of("done", 1200, 20),
    "1,180 of 1,200 revoked, 20 failed",
    "Отозвано 1 180 из 1 200 лицензий, не удалось отозвать: 20",
  ],
  [
    "the most that a count holds",
    of("done", 2_147_483_647, 1),
    "2,147,483,646 of 2,147,483,647 revoked, 1 failed",
    "Отозвано 2 147 483 646 из 2 147 483 647 лицензий, не удалось отозвать: 1",
  ],
  ["nothing to do", of("done", 0, 0), "No licences were attempted", "Попыток отзыва не было"],
  [
    "failed",
    of("failed", 1200, 50),
    "1,200 attempted, 50 reported failed; Intune does not say what became of the rest",
    "Попыток отзыва: 1 200, неудачных: 50. О судьбе остальных Intune не сообщает.",
  ],
  [
    "failed without a rest",
    of("failed", 50, 50),
    "50 attempted, 50 reported failed",
    "Попыток отзыва: 50, неудачных: 50",
  ],
  [
    "canceled",
    of("canceled", 300, 12),
    "300 attempted, 12 reported failed; Intune does not say what became of the rest",
    "Попыток отзыва: 300, неудачных: 12. О судьбе остальных Intune не сообщает.",
  ],
  [
    "contradiction",
    of("done", 2, 3),
    "Intune reports 3 failed of 2 attempted. The counts do not add up; shown as received.",
    "Intune сообщает: ошибок 3 при 2 попытках. Числа не сходятся, показаны как получены.",
  ],
  [
    "contradiction with one attempt",
    of("done", 1, 3),
    "Intune reports 3 failed of 1 attempted. The counts do not add up; shown as received.",
    "Intune сообщает: ошибок 3 при 1 попытке. Числа не сходятся, показаны как получены.",
  ],
  [
    "negative",
    of("done", -1, 0),
    "Intune reports -1 attempted, 0 failed. A count below zero cannot be right; shown as received.",
    "Intune сообщает: попыток -1, ошибок 0. Отрицательных значений быть не может, показаны как получены.",
  ],
  [
    "unreadable",
    of("done", unreadable, 0),
    'Intune reports attempted: "12", failed: 0. Not readable as counts; shown as received.',
    'Intune сообщает: попыток "12", ошибок 0. Это не похоже на числа, показаны как получены.',
  ],
  ["not reported", of("active", null, null), "Counts not reported", "Числа не сообщаются"],
  [
    "partly reported",
    of("active", 7, null),
    "Attempted: 7, failed: not reported",
    "Попыток отзыва: 7, неудачных: не сообщается",
  ],
  [
    "unknown state",
    of(unknownState, 5, 1),
    "Received: 5 attempted, 1 failed. This state does not say what they mean.",
    "Получено: попыток 5, неудачных 1. Что они значат в этом состоянии, Intune не сообщает.",
  ],
];

describe("words of progress", () => {
  it.each(table)("says it in English: %s", async (_name, counts, english) => {
    const text = await formatTextIn("en");
    expect(progressText(aRevocation(counts).progress, text)).toBe(english);
  });

  it.each(table)("says it in Russian: %s", async (_name, counts, _english, russian) => {
    const text = await formatTextIn("ru");
    expect(plainSpaces(progressText(aRevocation(counts).progress, text))).toBe(russian);
  });
});

/** Russian groups digits with a no-break space. */
function plainSpaces(words: string): string {
  return words.replaceAll(/[\u00a0\u202f]/g, " ");
}
