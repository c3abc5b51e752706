import type { Page } from "@playwright/test";
import { expect, firstRow, revocations, test } from "../portal/portalTest.ts";

for (const name of ["react-18", "react-19"])
  test.describe(`a portal in ${name}`, () => {
    test("hides it while something beside it is waited for, and loses nothing", async ({ page, portals }) => {
      await page.goto(`/${name}/portal`);
      await expect(firstRow(page)).toBeVisible();
      await page.getByRole("searchbox").fill("contoso");
      const asked = portals.tokenRequests.length;
      await page.getByRole("button", { name: "Wait" }).click();
      await expect(page.getByText("The portal waits")).toBeVisible();
      await expect(page.getByRole("region")).toHaveCount(0);
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(firstRow(page)).toBeVisible();
      await expect(page.getByRole("searchbox")).toHaveValue("contoso");
      expect(portals.tokenRequests.length - asked).toBeLessThan(3);
    });

    test("may put it where something is waited for already", async ({ page }) => {
      await page.goto(`/${name}/portal`);
      await page.getByRole("button", { name: "Leave" }).click();
      await page.getByRole("button", { name: "Wait" }).click();
      await page.getByRole("button", { name: "Both tenants" }).click();
      await expect(page.getByText("The portal waits")).toBeVisible();
      await page.getByRole("button", { name: "Go on" }).click();
      for (const tenant of ["a", "b"])
        await expect(firstRow(page.locator(`#tenant-${tenant}`))).toBeVisible();
    });

    test("opens what its own link names, in its own colour", async ({ page }) => {
      await page.goto(`/${name}/portal?brand=%23d13438`);
      await firstRow(page).getByRole("button").first().click();
      const view = (await page.getByLabel("View").textContent()) ?? "";
      const opened = await page.getByRole("complementary").getByRole("heading").first().textContent();
      await page.goto(`/${name}/portal?${new URLSearchParams({ view, brand: "#d13438" })}`);
      const article = page.getByRole("article");
      await expect(article.getByRole("heading", { name: opened ?? "" })).toBeVisible();
      const brand = await article.evaluate((element) =>
        getComputedStyle(element).getPropertyValue("--colorCompoundBrandStroke").trim(),
      );
      expect(brand).toMatch(/^#[a-d]/);
      await page.goto(`/${name}/portal?view=q%3Dcampus`);
      await expect(page.getByRole("searchbox")).toHaveValue("campus");
    });
  });

test("is told of a sign-in that is needed, and loses nothing when it fails at that", async ({
  page,
  portals,
  guard,
  quiet,
}) => {
  guard.permit(/the portal's own fault/);
  portals.setRefusing(true);
  await page.goto("/react-19/portal?broken");
  const notice = page.getByText("The page around this one gave no access");
  await expect(notice).toBeVisible();
  await expect(page.getByLabel("Events")).toHaveText("signinrequired");
  portals.setRefusing(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(firstRow(page)).toBeVisible();
  expect(quiet.splice(0)).toEqual([expect.stringContaining("the portal's own fault")]);
});

for (const path of ["/react-18/readme", "/react-19/readme", "/licences"])
  test(`says what an access token lacks that Graph refuses, at ${path}`, async ({ page, portals }) => {
    portals.setLacksScope(true);
    await page.goto(path);
    const notice = page.getByRole("group", { name: /Intune does not let you read/ });
    await expect(notice).toContainText(
      "ask whoever runs that whether its access token has the permission DeviceManagementApps.Read.All",
    );
    await expect(notice).toContainText("message: Application is not authorized to perform this operation");
    await expect(notice).toContainText(/request-id: [\da-f-]{36}/);
    portals.setLacksScope(false);
    await notice.getByRole("button", { name: "Retry now" }).click();
    await expect(firstRow(page)).toBeVisible();
    await expect(notice).toHaveCount(0);
  });

test.describe("the custom element", () => {
  test("takes properties and listeners from the JSX of React 19", async ({ page }) => {
    await page.goto("/react-19/element");
    await expect(page.getByRole("searchbox")).toHaveValue("campus");
    await page.getByRole("searchbox").fill("");
    await expect(revocations(page)).toHaveAccessibleName(/^Отзывы/);
    await firstRow(page).getByRole("button").first().click();
    await expect(page.getByLabel("View")).toHaveText(/^\?action=/);
  });

  test("begins with the view that its portal gives", async ({ page }) => {
    await page.goto("/empty");
    await addElement(page, { id: "one", token: "token-a", initialView: "q=campus" });
    await expect(page.locator("#one").getByRole("searchbox")).toHaveValue("campus");
  });

  test("shares nothing with another of another tenant", async ({ page }) => {
    await page.goto("/empty");
    await addElement(page, { id: "one", token: "token-a", historyKey: "contoso/ada" });
    await addElement(page, { id: "other", token: "token-b", historyKey: "fabrikam/bob" });
    const [one, other] = [page.locator("#one"), page.locator("#other")];
    for (const each of [one, other]) await expect(firstRow(each)).toBeVisible();
    const rows = (within: typeof one) => revocations(within).getAttribute("aria-rowcount");
    expect(await rows(one)).not.toBe(await rows(other));
    await one.getByRole("searchbox").fill("nothing has this name");
    await expect(other.getByRole("searchbox")).toHaveValue("");
    await expect(firstRow(other)).toBeVisible();
    const databases = () =>
      page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort());
    await expect.poll(async () => (await databases()).length).toBe(2);

    // Each reads for itself: two leaders.
    const held = await page.evaluate(async () => (await navigator.locks.query()).held?.length);
    expect(held).toBe(2);
    await other.evaluate((element) => element.remove());
    await expect(firstRow(one)).toHaveCount(0);
    await one.getByRole("searchbox").fill("");
    await expect(firstRow(one)).toBeVisible();
  });

  test("stays below what the portal puts above it", async ({ page }) => {
    await page.goto("/licences");
    await expect(firstRow(page)).toBeVisible();
    await page.evaluate(addPortalLayers);
    const host = page.locator("vpp-revocation-monitor");
    const topmost = () => page.evaluate(() => document.elementFromPoint(innerWidth / 2, 20)?.id);

    await test.step("its sticky header below the portal's bar", async () => {
      await page.mouse.wheel(0, 1_200);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
      expect(await topmost()).toBe("bar");
    });

    await test.step("its dialog below the portal's own", async () => {
      const button = host.getByRole("button", { name: /^Export/ });
      await button.click();
      await expect(host.getByRole("dialog", { name: /^Export/ })).toBeVisible();
      await page.evaluate(() => document.querySelector("dialog")?.showModal());
      expect(await topmost()).toBe("modal");
      await expect(host.getByRole("dialog", { name: /^Export/ })).toHaveCount(0);
      await expect(page.locator("#modal button")).toBeFocused();
    });
  });
});

interface AddedElement {
  readonly id: string;
  readonly token: string;
  readonly historyKey?: string;
  readonly initialView?: string;
}

async function addElement(page: Page, added: AddedElement): Promise<void> {
  await page.evaluate(async ({ id, token, ...properties }) => {
    await import("/vpp-revocation-monitor/index.js" as string);
    const element = document.createElement("vpp-revocation-monitor");
    Object.assign(element, { id, getAccessToken: async () => token, ...properties });
    document.body.append(element);
  }, added);
}

/** A bar that stays at the top, and a modal dialog that covers the top of the window. */
function addPortalLayers(): void {
  const bar = document.createElement("div");
  bar.id = "bar";
  Object.assign(bar.style, { position: "fixed", inset: "0 0 auto", height: "60px", zIndex: "1" });
  const modal = document.createElement("dialog");
  modal.id = "modal";
  Object.assign(modal.style, {
    position: "fixed",
    top: "0",
    margin: "0 auto",
    width: "100%",
    height: "300px",
  });
  const close = document.createElement("button");
  close.textContent = "Close";
  modal.append(close);
  document.body.append(bar, modal);
}
