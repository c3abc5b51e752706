import { expect, it } from "vitest";
import { withFirstPages } from "../../src/monitor/watchedTokens.ts";
import { aSnapshot, aVppToken } from "../support/builders.ts";

it("takes nothing away while a first read is tried again", () => {
  const [north, south, renamed] = [
    aVppToken({ id: "n", displayName: "North" }),
    aVppToken({ id: "s", displayName: "South" }),
    aVppToken({ id: "n", displayName: "North, renamed" }),
  ];
  const odd = { kind: "unreadable", raw: { odd: 1 } } as const;
  const other = { kind: "unreadable", raw: ["other"] } as const;
  const brokenOff = withFirstPages(null, { ...aSnapshot([north, south]), unreadableTokens: [odd] });

  const firstPage = withFirstPages(brokenOff, aSnapshot([renamed]));
  expect(firstPage.snapshot.tokens).toEqual([renamed, south]);
  expect(firstPage.snapshot.unreadableTokens).toEqual([odd]);

  const again = { ...odd, raw: { odd: 1 } };
  const secondPage = withFirstPages(firstPage, { ...aSnapshot([renamed]), unreadableTokens: [other, again] });
  expect(secondPage.snapshot.unreadableTokens).toEqual([other, again]);
});
