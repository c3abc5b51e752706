import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { LoadedChoice } from "../../src/app/LoadedChoice.tsx";
import { renderWithText } from "../support/renderWithText.tsx";

async function choosing(load: (value: string) => Promise<unknown>) {
  const onChoose = vi.fn();
  await renderWithText(
    <LoadedChoice label="Theme" value="light" load={load} onChoose={onChoose}>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </LoadedChoice>,
  );
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Theme" }), "dark");
  return onChoose;
}

describe("LoadedChoice", () => {
  it("chooses once what it needs is there", async () => {
    expect(await choosing(async () => undefined)).toHaveBeenCalledExactlyOnceWith("dark");
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
  });

  it("stays as it was and says so when it cannot be loaded", async () => {
    expect(await choosing(() => Promise.reject(new TypeError("offline")))).not.toHaveBeenCalled();
    expect(await screen.findByText(/could not be loaded/)).toBeVisible();
    expect(screen.getByRole("combobox")).toHaveValue("light");
  });
});
