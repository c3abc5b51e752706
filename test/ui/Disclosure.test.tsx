import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Disclosure } from "../../src/ui/Disclosure.tsx";

describe("Disclosure", () => {
  it("opens and closes by keyboard under its heading", async () => {
    render(<Disclosure title="Numbers">inside</Disclosure>);
    const button = screen.getByRole("button", { name: "Numbers", expanded: false });
    expect(screen.getByRole("heading", { level: 3, name: "Numbers" })).toContainElement(button);
    expect(screen.queryByText("inside")).toBeNull();
    button.focus();
    await userEvent.keyboard("{Enter}");
    expect(button).toHaveAttribute("aria-controls", screen.getByText("inside").id);
    await userEvent.keyboard(" ");
    expect(screen.queryByText("inside")).toBeNull();
  });
});
