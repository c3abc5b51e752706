import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { PanelButton } from "../../src/ui/PanelButton.tsx";

describe("PanelButton", () => {
  it("opens and closes what it holds", async () => {
    const user = userEvent.setup();
    render(<PanelButton label="More">all of it</PanelButton>);
    const button = screen.getByRole("button", { name: "More", expanded: false });
    await user.click(button);
    expect(button).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByText("all of it")).toHaveAttribute("id", button.getAttribute("aria-controls"));
    await user.click(button);
    expect(screen.queryByText("all of it")).toBeNull();
  });

  it("closes by Escape from within and takes the focus", async () => {
    const user = userEvent.setup();
    render(
      <PanelButton label="More">
        <button type="button">inside</button>
      </PanelButton>,
    );
    await user.click(screen.getByRole("button", { name: "More" }));
    screen.getByRole("button", { name: "inside" }).focus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("button", { name: "inside" })).toBeNull();
    expect(screen.getByRole("button", { name: "More" })).toHaveFocus();
  });
});
