import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CopyButton } from "../../src/ui/CopyButton.tsx";
import { renderWithText } from "../support/renderWithText.tsx";

const original = Object.getOwnPropertyDescriptor(navigator, "clipboard");

afterEach(() => {
  if (original === undefined) Reflect.deleteProperty(navigator, "clipboard");
  else Object.defineProperty(navigator, "clipboard", original);
});

describe("CopyButton", () => {
  it("copies and says so politely", async () => {
    const writeText = vi.fn(async () => undefined);
    await pressWith({ writeText });
    expect(writeText).toHaveBeenCalledWith("one\ntwo");
    expect(screen.getByText("Copied")).toHaveAttribute("aria-live", "polite");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it.each([
    ["the browser refuses", { writeText: async () => Promise.reject(new Error("NotAllowedError")) }],
    ["there is no clipboard", undefined],
  ])("shows the text selected when %s", async (_name, clipboard) => {
    await pressWith(clipboard);
    const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /does not let this page copy/ });
    expect(field).toHaveFocus();
    expect(field).toHaveValue("one\ntwo");
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 7]);
    expect(screen.queryByText("Copied")).toBeNull();
  });

  it("speaks Russian", async () => {
    await pressWith(undefined, "ru");
    expect(screen.getByRole("textbox", { name: /Текст выделен/ })).toBeVisible();
  });
});

async function pressWith(clipboard: object | undefined, locale: "en" | "ru" = "en") {
  const user = userEvent.setup();
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
  await renderWithText(<CopyButton text={() => "one\ntwo"} label="Copy link" />, locale);
  await user.click(screen.getByRole("button", { name: "Copy link" }));
}
