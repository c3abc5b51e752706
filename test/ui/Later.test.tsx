import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Later } from "../../src/ui/Later.tsx";
import { laterPart } from "../../src/ui/laterPart.ts";
import { renderWithText } from "../support/renderWithText.tsx";

function Part() {
  return <p>Here it is</p>;
}

afterEach(() => vi.restoreAllMocks());

describe("Later", () => {
  it("shows the part once its code is there", async () => {
    await renderWithText(<Later part={laterPart(async () => Part)} props={{}} />);
    expect(await screen.findByText("Here it is")).toBeVisible();
  });

  it("renders the part again only for other props", async () => {
    const complained = vi.spyOn(console, "error");
    const rendered = vi.fn(({ name }: { name: string }) => <p>{name}</p>);
    const part = laterPart(async () => rendered);
    const { rerender } = await renderWithText(<Later part={part} props={{ name: "one" }} />);
    await screen.findByText("one");
    const before = rendered.mock.calls.length;
    await rerender(<Later part={part} props={{ name: "one" }} placeholder={<hr />} />);
    expect(rendered).toHaveBeenCalledTimes(before);
    await rerender(<Later part={part} props={{ name: "two" }} />);
    expect(await screen.findByText("two")).toBeVisible();
    expect(complained).not.toHaveBeenCalled();
  });

  it("asks once for code that cannot be loaded, and again when a person does", async () => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    const load = vi.fn(async () => Part).mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await renderWithText(<Later part={laterPart(load)} props={{}} />);
    const retry = await screen.findByRole("button", { name: "Try again" });
    expect(load).toHaveBeenCalledOnce();
    await act(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(load).toHaveBeenCalledOnce();
    await act(async () => retry.click());
    expect(await screen.findByText("Here it is")).toBeVisible();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
