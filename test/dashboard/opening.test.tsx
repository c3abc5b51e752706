import { screen, within } from "@testing-library/react";
import type { ComponentProps } from "react";
import { expect, it, vi } from "vitest";
import { aSnapshot, aVppToken, aWatch } from "../support/builders.ts";
import { renderDashboard } from "../support/renderDashboard.tsx";

const drawn = vi.hoisted((): string[] => []);

vi.mock("../../src/dashboard/InstantText.tsx", async (original) => {
  const { InstantText } = await original<typeof import("../../src/dashboard/InstantText.tsx")>();
  const Noted = (props: ComponentProps<typeof InstantText>) => {
    drawn.push("a cell of a row");
    return <InstantText {...props} />;
  };
  return { InstantText: Noted };
});
vi.mock("../../src/dashboard/finding/FacetMenus.tsx", async (original) => {
  const { FacetMenus } = await original<typeof import("../../src/dashboard/finding/FacetMenus.tsx")>();
  const Noted = (props: ComponentProps<typeof FacetMenus>) => {
    drawn.push("the filters");
    return <FacetMenus {...props} />;
  };
  return { FacetMenus: Noted };
});

it("opens a revocation without drawing the list behind it anew", async () => {
  const watch = aWatch({ snapshot: aSnapshot([aVppToken({ displayName: "North" })]) });
  const { user, lastView } = await renderDashboard({ watch });
  await screen.findByRole("searchbox");
  const name = within(screen.getByRole("table")).getByRole("button", { name: "North" });
  expect(new Set(drawn)).toEqual(new Set(["a cell of a row", "the filters"]));
  drawn.length = 0;
  await user.click(name);
  expect(lastView().action).not.toBeNull();
  expect(within(screen.getByRole("table")).getAllByRole("row")[1]).toHaveAttribute("aria-current", "true");
  expect(drawn).toEqual([]);
});
