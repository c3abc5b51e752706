import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
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
import { failureCauses } from "../../src/domain/failureCause.ts";
import { outcomeGroups, revocationOutcomes } from "../../src/domain/outcome.ts";
import { vppTokenStates } from "../../src/domain/vppToken.ts";
import { localeCodes } from "../../src/i18n/locales.ts";
import { formatTextIn } from "../support/formatText.ts";
import { renderWithText } from "../support/renderWithText.tsx";

describe("the glossary", () => {
  it.each<[GlossarySection, readonly string[]]>([
    ["state", revocationOutcomes],
    ["group", outcomeGroups],
    ["reason", failureCauses],
    ["token", vppTokenStates],
  ])("explains every %s", (section, kinds) => {
    const explained = termIds.filter((id) => sectionOf(id) === section);
    expect([...explained].sort()).toEqual(kinds.map((kind) => `${section}-${kind}`).sort());
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
