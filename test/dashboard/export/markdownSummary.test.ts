import fc from "fast-check";
import { lexer, type Token, walkTokens } from "marked";
import { describe, expect, it } from "vitest";
import type { ExportSource } from "../../../src/dashboard/export/exportSource.ts";
import { incidentMarkdown, listMarkdown } from "../../../src/dashboard/export/markdownSummary.ts";
import { defaultViewState } from "../../../src/dashboard/viewState.ts";
import { deriveRevocations, type Revocation } from "../../../src/domain/revocation.ts";
import { anyVppToken } from "../../support/arbitraries.ts";
import { aResult, aRevocation, hourMs, testNow } from "../../support/builders.ts";
import { formatTextIn } from "../../support/formatText.ts";
import { supportFacts } from "../details/renderDetails.tsx";
import { aSource } from "./aSource.ts";

const [english, russian] = [await formatTextIn("en"), await formatTextIn("ru")];
const words = {
  text: english,
  span: (durationMs: number) => `${durationMs / 60_000} min`,
  locale: "en",
  adminCenterUrl: "https://intune.example",
} as const;

const expired = aRevocation(
  {
    actionState: "failed",
    failureReason: "expiredVppToken",
    totalLicensesCount: 50,
    failedLicensesCount: 50,
    startedAt: testNow - 26 * hourMs,
    lastUpdatedAt: testNow - 26 * hourMs + 120_000,
  },
  { displayName: "Old tenant", state: "expired", expiresAt: testNow - 52 * 24 * hourMs, id: "token-9" },
);

const incidentOf = (revocation: Revocation, overrides: Partial<ExportSource> = {}) =>
  incidentMarkdown(revocation, aSource([revocation], overrides), words);

const listOf = (revocations: readonly Revocation[], overrides: Partial<ExportSource> = {}) =>
  listMarkdown(aSource(revocations, overrides), words);

describe("the summary of one revocation", () => {
  it("has nobody do what a later run has put right", () => {
    const done = aResult({ actionState: "done", failedLicensesCount: 0, startedAt: testNow - hourMs });
    const actionResults = [expired.result, done];
    const [settled] = deriveRevocations({ ...expired.vppToken, actionResults });
    const markdown = settled && incidentOf(settled);
    expect(markdown).toContain("1. Nothing to do: Intune calls a later run of this token done");
    expect(markdown).not.toMatch(/tart the revocation/);
  });

  it("tells what happened, why, and what to do", () => {
    const markdown = incidentOf(expired);
    expect(markdown).toMatch(/^# VPP licence revocation: `Old tenant`\n/);
    for (const part of [
      "| Organisation, location | `Contoso Edu` · `Berlin` |",
      "| State | **Failed**. Location token expired |",
      "| Licences | 50 attempted, 50 reported failed |",
      "| Started | 2026-11-21 09:20:00 UTC |",
      "| Last update | 2026-11-21 09:22:00 UTC |",
      "| Ran for | 2 min |",
      "| VPP token state | Expired | agrees with the reason |",
      "| Expired on | 2026-10-01 11:20:00 UTC | agrees with the reason |",
      "1. Sign in to Apple School Manager with the account that the present token came from",
      "- [Open Intune](https://intune.example): Tenant administration › Connectors and tokens",
      "last read, request-id: 6fd5cc9a-0000-4000-8000-000000000001",
    ]) {
      expect(markdown).toContain(part);
    }
    expect(markdown).toMatch(/\| Link \| <https:\/\/monitor\.contoso\.com\/\?action=1\.[\w-]+> \|/);
    expect(markdown).not.toContain("vpp@contoso.com");
  });

  it("names the Apple account where Apple IDs are asked for", () => {
    expect(incidentOf(expired, { names: "withAppleIds" })).toContain("as `vpp@contoso.com`");
  });

  it("says no name where names are replaced", () => {
    const markdown = incidentOf(expired, { names: "replaced" });
    expect(markdown).toContain("# VPP licence revocation: `Token 1`");
    expect(markdown).toContain("Sign in to Apple School Manager as `Apple ID 1`");
    expect(markdown).toContain("tenant id: left out on request");
    expect(markdown).not.toMatch(/old tenant|contoso edu|berlin|@contoso|onmicrosoft/i);
  });

  it("marks demo data in its title", () => {
    const markdown = incidentOf(expired, { support: { ...supportFacts, isDemo: true } });
    expect(markdown).toMatch(/^# Demo data: VPP licence revocation/);
  });

  it("speaks the language of the page", () => {
    const markdown = incidentMarkdown(expired, aSource([expired], { names: "replaced" }), {
      ...words,
      text: russian,
      locale: "ru",
    });
    expect(markdown).toMatch(/^# Отзыв лицензий VPP: `Токен 1`\n/);
    expect(markdown).toContain("## Что делать");
    expect(markdown).toContain("https://learn.microsoft.com/ru-ru/");
  });
});

describe("the summary of the list", () => {
  it("lists what is filtered in its order, with sums that are attempts", () => {
    const running = aRevocation({}, { id: "token-2", displayName: "North" });
    const markdown = listOf([running, expired], { view: { ...defaultViewState, q: "o" } });
    expect(rowsOf(markdown, 1).map(([name]) => name)).toEqual([
      "`North` `Contoso Edu` · `Berlin`",
      "`Old tenant` `Contoso Edu` · `Berlin`",
    ]);
    expect(markdown).toContain("- attempts 1,250 · failed 70. Runs can repeat");
    expect(markdown).toContain("| Link | <https://monitor.contoso.com/?q=o> |");
    expect(headingsOf(markdown)).toEqual([
      "VPP licence revocations",
      "With failures",
      "`Old tenant`",
      "What happened",
      "What to do",
    ]);
  });

  it("keeps a search for a name to itself where names are replaced", () => {
    const markdown = listOf([expired], { names: "replaced", view: { ...defaultViewState, q: "old tenant" } });
    expect(markdown).not.toMatch(/old.?tenant|contoso edu/i);
  });

  it("says where it ends", () => {
    const markdown = listOf(Array.from({ length: 201 }, () => expired));
    expect(rowsOf(markdown, 1)).toHaveLength(200);
    expect(markdown).toContain("The first 200 of 201. The CSV export holds all of them.");
    expect(markdown).toContain("The first 20 of 201.");
  });
});

describe("hostile text", () => {
  const hostile = [
    "a | b | c",
    "\\| x",
    "` | `` | ```",
    "[click](https://evil.example)",
    "![x](https://evil.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "https://evil.example www.evil.example",
    "@everyone #1",
    "a\n\n# Heading\n- item",
    "```\n```text",
    "**bold** _it_ ~~s~~",
    "\u202egnp.exe",
    "",
    " ",
    "`",
  ];

  it.each(hostile)("stays text: %j", (displayName) => {
    const revocation = hostileRevocation(displayName);
    const plain = hostileRevocation("plain");
    expect(shapeOf(incidentOf(revocation))).toEqual(shapeOf(incidentOf(plain)));
    expect(shapeOf(listOf([revocation]))).toEqual(shapeOf(listOf([plain])));
  });

  it("stays text, whatever Graph sends", () => {
    fc.assert(
      fc.property(fc.array(anyVppToken, { maxLength: 3 }), fc.constantFrom(...hostile), (tokens, name) => {
        const named = tokens.map((token) => ({ ...token, displayName: name, organizationName: name }));
        const revocations = named.flatMap(deriveRevocations);
        const markdown = listOf(revocations, { names: "withAppleIds" });
        expect(rowsOf(markdown, 1)).toHaveLength(revocations.length);
        for (const row of rowsOf(markdown, 1)) expect(row).toHaveLength(6);
        expect(foreignLinks(markdown)).toEqual([]);
        for (const each of revocations)
          expect(foreignLinks(incidentOf(each, { names: "withAppleIds" }))).toEqual([]);
      }),
    );
  });
});

function hostileRevocation(text: string): Revocation {
  return aRevocation(
    {
      actionState: { kind: "unrecognized", raw: text },
      failureReason: { kind: "unrecognized", raw: text },
      totalLicensesCount: { kind: "unreadable", raw: text },
      startedAt: { kind: "unreadable", raw: text },
    },
    {
      displayName: `x${text}`,
      organizationName: `y${text}`,
      locationName: `z${text}`,
      state: { kind: "unrecognized", raw: text },
    },
  );
}

/** The kinds of everything in the text, in order, without words. */
function shapeOf(markdown: string): readonly string[] {
  return tokensOf(markdown).flatMap((token) => {
    if (token.type === "text" || token.type === "space" || token.type === "escape") return [];
    return token.type === "link" ? [`link ${new URL(token.href).origin}`] : [token.type];
  });
}

function headingsOf(markdown: string): readonly string[] {
  return tokensOf(markdown).flatMap((token) => (token.type === "heading" ? [token.text] : []));
}

/** Cells of the table that stands in that place, counted from 0. */
function rowsOf(markdown: string, place: number): readonly (readonly string[])[] {
  const tables = tokensOf(markdown).flatMap((token) => (token.type === "table" ? [token] : []));
  const rows: { text: string }[][] = tables[place]?.rows ?? [];
  return rows.map((row) => row.map(({ text }) => text));
}

const ownOrigins = [
  "https://monitor.contoso.com",
  "https://intune.example",
  "https://learn.microsoft.com",
  "https://support.apple.com",
  "https://www.apple.com",
  "https://identity.apple.com",
  "https://business.apple.com",
  "https://school.apple.com",
];

/** What would lead away, load something or run. */
function foreignLinks(markdown: string): readonly string[] {
  return tokensOf(markdown).flatMap((token) => {
    if (token.type === "html" || token.type === "image") return [token.raw];
    if (token.type !== "link") return [];
    return ownOrigins.includes(new URL(token.href).origin) ? [] : [token.href];
  });
}

function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(markdown), (token) => void tokens.push(token));
  return tokens;
}
