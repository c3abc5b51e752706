import { Button } from "@fluentui/react-components";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Popout } from "../../src/ui/Popout.tsx";
import { renderWithText } from "../support/renderWithText.tsx";

async function opened() {
  const user = userEvent.setup();
  await renderWithText(
    <>
      <Popout label="More" trigger={(button) => <Button {...button}>Open</Button>}>
        {(close) => (
          <button type="button" onClick={close}>
            Choose
          </button>
        )}
      </Popout>
      <button type="button">Elsewhere</button>
    </>,
  );
  const button = screen.getByRole("button", { name: "Open" });
  await user.click(button);
  return { user, button, popout: screen.getByRole("dialog", { name: "More" }) };
}

describe("a popout", () => {
  it("takes the focus and belongs to its button", async () => {
    const { button, popout } = await opened();
    expect(popout).toHaveFocus();
    expect(button).toHaveAttribute("aria-expanded", "true");
    expect(button).toHaveAttribute("aria-controls", popout.id);
  });

  it("closes by Escape and gives the focus back", async () => {
    const { user, button, popout } = await opened();
    await user.keyboard("{Escape}");
    expect(popout).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });

  it("closes by its button", async () => {
    const { user, button, popout } = await opened();
    await user.click(button);
    expect(popout).not.toBeInTheDocument();
    expect(button).toHaveAttribute("aria-expanded", "false");
  });

  it("closes from within and gives the focus back", async () => {
    const { user, button, popout } = await opened();
    await user.click(screen.getByRole("button", { name: "Choose" }));
    expect(popout).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });

  it("closes by a press elsewhere", async () => {
    const { user, popout } = await opened();
    await user.click(screen.getByRole("button", { name: "Elsewhere" }));
    expect(popout).not.toBeInTheDocument();
  });

  it("lets Tab lead through it and on into the page", async () => {
    const { user, popout } = await opened();
    await user.tab();
    expect(screen.getByRole("button", { name: "Choose" })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole("button", { name: "Elsewhere" })).toHaveFocus();
    expect(popout).not.toBeInTheDocument();
  });

  it("stays open for a press within, also in a closed shadow root", async () => {
    const host = document.body.appendChild(document.createElement("div"));
    const container = host.attachShadow({ mode: "closed" }).appendChild(document.createElement("div"));
    render(
      <Popout label="More" trigger={(button) => <button type="button" {...button} />}>
        {() => <p>Inside</p>}
      </Popout>,
      { container },
    );
    await act(async () => container.querySelector("button")?.click());
    const press = () => new PointerEvent("pointerdown", { bubbles: true, composed: true });
    act(() => void container.querySelector("p")?.dispatchEvent(press()));
    expect(container.querySelector("p")).not.toBeNull();
    act(() => void document.body.dispatchEvent(press()));
    expect(container.querySelector("p")).toBeNull();
    host.remove();
  });
});
