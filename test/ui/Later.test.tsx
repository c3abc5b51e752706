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
