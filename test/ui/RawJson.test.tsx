import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { RawJson, readableJson } from "../../src/ui/RawJson.tsx";
import { renderWithText } from "../support/renderWithText.tsx";

describe("RawJson", () => {
  it("shows a value in a region that the keyboard reaches", async () => {
    await renderWithText(<RawJson value={{ a: 1 }} label="As received" copyLabel="Copy it" />);
    const region = screen.getByRole("region", { name: "As received" });
    expect(region).toHaveTextContent('{ "a": 1 }');
    expect(region).toHaveAttribute("tabindex", "0");
    expect(region).toHaveAttribute("dir", "ltr");
  });

  it("cuts a long value on screen but not when copied", async () => {
    const user = userEvent.setup();
    const value = { long: "x".repeat(30_000) };
    await renderWithText(<RawJson value={value} label="As received" copyLabel="Copy it" />);
    expect(screen.getByRole("region").textContent).toHaveLength(20_000);
    expect(screen.getByText(/first 20,000 of 30,016 characters/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Copy it" }));
    expect(JSON.parse(await navigator.clipboard.readText())).toEqual(value);
  });

  it("survives nesting that cannot be written", () => {
    let value: unknown = null;
    for (let depth = 0; depth < 100_000; depth += 1) value = [value];
    expect(readableJson(value)).toBe("[…]");
  });

  it.each([undefined, null, "text", [1], { name: "a\u202eb\u2066c" }])("writes %j as equal JSON", (value) => {
    expect(JSON.parse(readableJson(value))).toEqual(value ?? null);
    expect(readableJson(value)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
