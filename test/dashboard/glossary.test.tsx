import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Glossary } from "../../src/dashboard/glossary/Glossary.tsx";
import {
  type GlossarySection,
  glossary,
  sectionOf,
  type TermId,
  termIds,
} from "../../src/dashboard/glossary/glossary.ts";
import { Meaning } from "../../src/dashboard/glossary/Meaning.tsx";
import { rowMeanings } from "../../src/dashboard/glossary/rowMeanings.ts";
import { healthIcons } from "../../src/dashboard/StatusLine.tsx";
import { sortColumns } from "../../src/dashboard/viewState.ts";
import { failureCauses } from "../../src/domain/failureCause.ts";
import { outcomeGroups, revocationOutcomes } from "../../src/domain/outcome.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import { vppTokenStates } from "../../src/domain/vppToken.ts";
import { localeCodes } from "../../src/i18n/locales.ts";
import { anyVppToken } from "../support/arbitraries.ts";
import { formatTextIn } from "../support/formatText.ts";
import { renderWithText } from "../support/renderWithText.tsx";

describe("the glossary", () => {
  it.each<[GlossarySection, readonly string[]]>([
    ["state", revocationOutcomes],
    ["group", outcomeGroups],
    ["reason", failureCauses],
    ["token", vppTokenStates],
    ["watch", Object.keys(healthIcons)],
  ])("explains every %s", (section, kinds) => {
    const explained = termIds.filter((id) => sectionOf(id) === section);
    expect([...explained].sort()).toEqual(kinds.map((kind) => `${section}-${kind}`).sort());
  });

  it("explains every number column", () => {
    const numbers = sortColumns.filter((column) => !["token", "state", "licences"].includes(column));
    expect(termIds).toEqual(expect.arrayContaining(numbers.map((column) => `number-${column}`)));
  });

  it("explains every word of a row, whatever Graph sends", () => {
    const marks = ["news", "gone", "unchanged"] as const;
    fc.assert(
      fc.property(anyVppToken, (token) => {
        for (const revocation of deriveRevocations(token))
          expect(termIds).toEqual(expect.arrayContaining([...rowMeanings(revocation, marks)]));
      }),
    );
  });

  it.each(localeCodes)("tells no two words of a section alike in %s", async (locale) => {
    const text = await formatTextIn(locale);
    const told = termIds.map((id) => `${sectionOf(id)} ${text(glossary[id])}`);
    expect(new Set(told).size).toBe(told.length);
    const meanings = termIds.map((id: TermId) => text(`glossary.${id}`));
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it("lists every word with its meaning and finds one", async () => {
    const user = userEvent.setup();
    await renderWithText(<Glossary appearance="words" />);
    await user.click(screen.getByRole("button", { name: "Glossary" }));
    const panel = within(screen.getByRole("dialog", { name: "What the words mean" }));
    expect(panel.getAllByRole("term")).toHaveLength(termIds.length);
    await user.type(panel.getByRole("searchbox", { name: "Find a word" }), "PUSH cert");
    expect(panel.getAllByRole("term").map(({ textContent }) => textContent)).toEqual([
      "Push certificate expired",
    ]);
    await user.type(panel.getByRole("searchbox"), "x");
    expect(panel.getByText("No word matches.")).toBeVisible();
  });
});

describe("what a word means", () => {
  it("is told beside it, without a mouse, in its language", async () => {
    const user = userEvent.setup();
    await renderWithText(<Meaning id="number-revoked" />, "ru");
    await user.tab();
    expect(screen.getByRole("button", { name: "Что значит «Отозвано»?" })).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("dialog")).toHaveTextContent(/^ОтозваноПопытки без неудачных\./);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
