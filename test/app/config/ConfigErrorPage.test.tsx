import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ConfigErrorPage } from "../../../src/app/config/ConfigErrorPage.tsx";
import { ConfigError, type ConfigFault } from "../../../src/app/config/configError.ts";
import { parseConfig } from "../../../src/app/config/parseConfig.ts";
import { type LocaleCode, localeCodes } from "../../../src/i18n/locales.ts";
import { renderWithText } from "../../support/renderWithText.tsx";
import { clientId, tenantFile, wrongFiles } from "./configFiles.ts";

const url = "https://monitor.contoso.com/vpp/config.json";

const faults: readonly ConfigFault[] = [
  { kind: "missing" },
  { kind: "unreachable" },
  { kind: "timedOut" },
  { kind: "refused", status: 403 },
  { kind: "html" },
  { kind: "empty" },
  { kind: "notJson", line: 4, column: 12 },
  { kind: "notJson", line: null, column: null },
  faultOf({}),
];

describe.each(localeCodes)("ConfigErrorPage in %s", (locale) => {
  it.each(faults)("explains $kind and offers a way on", async (fault) => {
    await show(fault, locale);
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("config.json");
    expect(screen.getByRole("link", { name: url })).toHaveAttribute("href", url);
    expect(example()).toMatchObject({ mode: "tenant", clientId: "00000000-0000-0000-0000-000000000000" });
    expect(document.body.textContent).not.toMatch(/config\.(title|help|allowed|found|example)/);
  });

  it("lists every problem of every wrong file in words", async () => {
    for (const [, file] of wrongFiles) {
      const fault = faultOf(file);
      const { unmount } = await show(fault, locale);
      expect(problems()).toHaveLength(fault.kind === "invalid" ? fault.problems.length : 0);
      for (const problem of problems())
        expect(problem).not.toMatch(/undefined|\[object|config\.(allowed|found)/);
      unmount();
    }
  });
});

describe("ConfigErrorPage", () => {
  it("names field, finding and allowed values", async () => {
    await show(faultOf(tenantFile({ cloud: "moon", poll: { activeSeconds: 1 }, lokale: "ru" })));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("3 settings in config.json");
    expect(problems()).toEqual([
      'cloudFound"moon"Allowedone of "global", "usGov", "usGovDod", "china"',
      "poll.activeSecondsFound1Alloweda whole number from 2 to 3600, without quotes",
      'lokaleFound"ru"AllowedThere is no setting of this name. Perhaps locale was meant.',
    ]);
  });

  it("agrees Russian words with their numbers", async () => {
    await show(faultOf(tenantFile({ cloud: "moon", locale: "it" })), "ru");
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(
      "В config.json 2 недопустимых параметра",
    );
  });

  it("offers the person's own file, corrected", async () => {
    await show(faultOf(tenantFile({ cloud: "moon" })));
    expect(example()).toEqual({
      $schema: "./config.schema.json",
      ...tenantFile({ cloud: "global" }),
    });
  });

  it("shows where the text stops being JSON", async () => {
    await show({ kind: "notJson", line: 4, column: 12 });
    expect(screen.getByText("Reading stopped at line 4, column 12.")).toBeVisible();
  });

  it("takes the focus to its heading", async () => {
    await show({ kind: "missing" });
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  });

  it("tries again on request", async () => {
    const onRetry = vi.fn();
    await show({ kind: "missing" }, "en", onRetry);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it("shows markup as inert text", async () => {
    const markup = "<img src=x onerror=alert(1)>";
    const { container } = await show(faultOf(tenantFile({ clientId: markup, [markup]: markup })));
    expect(container.querySelector("img")).toBeNull();
    expect(problems().join()).toContain(markup);
  });

  it("stays short whatever the file holds", async () => {
    const long = "x".repeat(10_000);
    const allowedOrigins = Array.from({ length: 500 }, () => long);
    await show(faultOf({ mode: long, [long]: long, clientId, embed: { allowedOrigins } }));
    expect(problems()).toHaveLength(20);
    expect(screen.getByText("and 482 more")).toBeVisible();
    expect(document.body.textContent?.length).toBeLessThan(10_000);
  });

  it("never shows a secret, not even in the corrected file", async () => {
    const secret = "q1W8Q~abcdefghijklmnopqrstuvwxyz01234567";
    await show(faultOf(tenantFile({ clientId: secret, clientSecret: secret, auth: { secret } })));
    expect(document.body.textContent).not.toContain(secret);
    expect(problems().join()).toContain("looks like a secret");
  });
});

function show(fault: ConfigFault, locale: LocaleCode = "en", onRetry = () => undefined as undefined) {
  return renderWithText(<ConfigErrorPage error={new ConfigError(fault, url)} onRetry={onRetry} />, locale);
}

function faultOf(json: unknown): ConfigFault {
  const parsed = parseConfig(json);
  if (parsed.ok) throw new Error("This file is right");
  return { kind: "invalid", problems: parsed.problems, json };
}

function problems(): (string | null)[] {
  const [list] = screen.queryAllByRole("list");
  return list === undefined
    ? []
    : within(list)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent);
}

function example(): unknown {
  return JSON.parse(document.querySelector("pre")?.textContent ?? "null");
}
