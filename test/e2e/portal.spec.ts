import type { Page } from "@playwright/test";
import { countWhatIsLeft, whatIsLeft } from "../portal/leftBehind.ts";
import { expect, firstRow, revocations, test } from "../portal/portalTest.ts";
import { saveCsv } from "../portal/saveCsv.ts";
import { kept, touchable } from "../portal/touchable.ts";

const react = ["react-18", "react-19"] as const;

for (const path of ["/react-18/readme", "/react-19/readme", "/licences"])
  test(`shows live data as the README has it at ${path}`, async ({ page, portals }) => {
    const before = await untouched(page, path);
    await expect(firstRow(page)).toBeVisible();
    await expect(page.getByText(/running/).first()).toBeVisible();
    expect(portals.tokenRequests[0]).toEqual({
      tenant: "a",
      scopes: ["https://graph.microsoft.com/DeviceManagementApps.Read.All"],
    });
    expect(await touchable(page)).toEqual(before);
  });

for (const name of react)
  test.describe(`a portal in ${name}`, () => {
    test("hydrates what its server sent, and follows its props", async ({ page }) => {
      await page.goto(`/${name}/portal`);
      const region = page.getByRole("region", { name: "VPP Revocation Monitor" });
      await expect(firstRow(region)).toBeVisible();
      const background = () =>
        firstRow(region).evaluate((row) => getComputedStyle(row.closest("[lang]") ?? row).backgroundColor);
      const light = await background();
      await page.getByRole("button", { name: "Dark" }).click();
      await expect.poll(background).not.toBe(light);
      await page.getByRole("button", { name: "Russian" }).click();
      await expect(region.getByRole("table", { name: /^Отзывы/ })).toBeVisible();
    });

    test("reserves the size before anything is loaded", async ({ page }) => {
      await page.route("**/*.js", (route) => route.abort());
      await page.goto(`/${name}/portal`);
      const region = page.getByRole("region", { name: "VPP Revocation Monitor" });
      expect((await region.boundingBox())?.height).toBeGreaterThanOrEqual(480);
      await expect(region).toHaveText("");
    });

    test("keeps two tenants apart", async ({ page, portals }) => {
      await page.goto(`/${name}/portal`);
      await page.getByRole("button", { name: "Both tenants" }).click();
      const [a, b] = [page.locator("#tenant-a"), page.locator("#tenant-b")];
      await expect(firstRow(a)).toBeVisible();
      await expect(firstRow(b)).toBeVisible();
      await expect(page.getByRole("button", { name: "Both tenants" })).toBeFocused();
      expect(await revocations(a).getAttribute("aria-rowcount")).not.toBe(
        await revocations(b).getAttribute("aria-rowcount"),
      );
      await a.getByRole("searchbox").fill("nothing has this name");
      await expect(b.getByRole("searchbox")).toHaveValue("");
      await expect(firstRow(b)).toBeVisible();
      expect(new Set(portals.tokenRequests.map(({ tenant }) => tenant))).toEqual(new Set(["a", "b"]));
      expect(await kept(page)).toEqual({ local: [], session: [], databases: [], cookie: "" });
    });

    test("hears of each press and of the view once", async ({ page }) => {
      await page.goto(`/${name}/portal`);
      await firstRow(page).getByRole("button").first().click();
      await expect(page.getByLabel("View")).toHaveText(/^\?action=/);
      await expect(page.getByLabel("Presses")).toHaveText("1");
      expect(new URL(page.url()).search).toBe("");
    });

    for (const query of ["", "?history"])
      test(`is left with nothing when it unmounts it ${query}`, async ({ page }) => {
        await countWhatIsLeft(page);
        // A first visit leaves to React what React keeps for good.
        await page.goto(`/${name}/portal${query}`);
        await page.getByRole("button", { name: "Leave" }).click();
        await expect(page.getByRole("region")).toHaveCount(0);
        // The browser takes locks away a moment after they were let go.
        const nothing = { locks: 0, timers: 0, channels: 0, workers: 0, connections: 0 };
        await expect.poll(() => whatIsLeft(page), { timeout: 30_000 }).toMatchObject(nothing);
        const before = await whatIsLeft(page);
        await page.getByRole("button", { name: "Both tenants" }).click();
        await expect(firstRow(page.locator("#tenant-a"))).toBeVisible();
        await expect(firstRow(page.locator("#tenant-b"))).toBeVisible();
        const first = page.locator("#tenant-a");
        await saveCsv(page, first);
        await first.getByRole("button", { name: "Keyboard" }).click();
        await page.getByRole("button", { name: "Leave" }).click();
        await expect.poll(() => whatIsLeft(page), { timeout: 30_000 }).toEqual(before);
      });
  });

for (const path of ["/licences", "/react-18/portal", "/react-19/portal"])
  test(`keeps the portal's styles out and its own in at ${path}`, async ({ page }) => {
    await page.goto(path);
    const looks = await firstRow(page).evaluate((row) => {
      const { color, fontSize, letterSpacing, textTransform, borderTopStyle } = getComputedStyle(row);
      return { color, fontSize, letterSpacing, textTransform, isBordered: borderTopStyle === "solid" };
    });
    expect(looks).toMatchObject({ letterSpacing: "normal", textTransform: "none" });
    expect(looks.color).not.toBe("rgb(255, 0, 0)");
    expect(looks.fontSize).not.toBe("21px");
    expect(await page.locator("head style").count()).toBe(0);
  });

async function untouched(page: Page, path: string) {
  await page.goto("/empty");
  const before = await touchable(page);
  await page.goto(path);
  return { ...before, entries: before.entries + 1, url: page.url() };
}
