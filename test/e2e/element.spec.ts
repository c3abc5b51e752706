import { countWhatIsLeft, whatIsLeft } from "../portal/leftBehind.ts";
import { expect, firstRow, revocations, test } from "../portal/portalTest.ts";
import { saveCsv } from "../portal/saveCsv.ts";
import { touchable } from "../portal/touchable.ts";
import { axe } from "../support/e2e.ts";

test.describe("the custom element", () => {
  test("is upgraded whatever comes first", async ({ page }) => {
    await page.goto("/empty");
    await page.evaluate(giveEarly);
    await expect(firstRow(page.locator("#early"))).toBeVisible();
    await page.evaluate(giveLate);
    await expect(firstRow(page.locator("#late"))).toBeVisible();
  });

  test("heeds its attributes, and its properties more", async ({ page }) => {
    await page.goto("/licences");
    const table = revocations(page);
    await expect(firstRow(page)).toBeVisible();
    const set = (name: string, value: string) =>
      page.locator("vpp-revocation-monitor").evaluate(
        (element, [key, text]) => {
          element.setAttribute(key ?? "", text ?? "");
        },
        [name, value],
      );
    await set("locale", "ru");
    await expect(table).toHaveAccessibleName(/^Отзывы/);
    await page.locator("vpp-revocation-monitor").evaluate((element) => Reflect.set(element, "locale", "en"));
    await expect(table).toHaveAccessibleName(/^Revocations/);
    await set("locale", "de");
    await set("theme", "pink");
    await expect(page.getByRole("alert")).toContainText("theme");
    await set("theme", "light");
    const background = () =>
      firstRow(page).evaluate((row) => getComputedStyle(row.closest("[lang]") ?? row).backgroundColor);
    const light = await background();
    await set("theme", "dark");
    await expect.poll(background).not.toBe(light);
    await set("brand-color", "#d13438");
    const chosen = () =>
      firstRow(page).evaluate((row) =>
        getComputedStyle(row).getPropertyValue("--colorCompoundBrandStroke").trim(),
      );
    await expect.poll(chosen).toMatch(/^#[d-f]/);
    await set("brand-color", "d13438");
    await expect(page.getByRole("alert")).toContainText("brandColor");
    await set("brand-color", "#0f6cbd");
    await expect(table).toHaveAccessibleName(/^Revocations/);
    await set("locale", "ru");
    await page
      .locator("vpp-revocation-monitor")
      .evaluate((element) => Reflect.set(element, "locale", undefined));
    await expect(table).toHaveAccessibleName(/^Отзывы/);
    await set("cloud", "globl");
    await expect(page.getByRole("alert")).toContainText("cloud");
  });

  test("names the property that it lacks", async ({ page, portals }) => {
    await page.goto("/empty");
    await page.evaluate(async () => {
      await import("/vpp-revocation-monitor/index.js" as string);
      document.body.append(document.createElement("vpp-revocation-monitor"));
    });
    await expect(page.getByRole("alert")).toContainText("getAccessToken");
    expect(portals.tokenRequests).toEqual([]);
  });

  test("goes on where it is moved, also in another shadow root", async ({ page, portals }) => {
    await page.goto("/licences");
    await expect(firstRow(page)).toBeVisible();
    await page.getByRole("searchbox").fill("a");
    const asked = portals.tokenRequests.length;
    await page.locator("vpp-revocation-monitor").evaluate((element) => {
      const other = document.createElement("div");
      document.body.append(other);
      other.attachShadow({ mode: "open" }).append(element);
    });
    await expect(firstRow(page)).toBeVisible();
    await expect(page.getByRole("searchbox")).toHaveValue("a");
    expect(portals.tokenRequests.length - asked).toBeLessThan(3);
  });

  test("tells the portal of the view across shadow roots", async ({ page }) => {
    await page.goto("/licences");
    await expect(firstRow(page)).toBeVisible();
    await page.locator("vpp-revocation-monitor").evaluate((element) => {
      const around = document.body.appendChild(document.createElement("div"));
      around.attachShadow({ mode: "open" }).append(element);
    });
    await page.evaluate(() => {
      document.addEventListener("viewchange", ({ detail }: CustomEventInit) => {
        document.body.dataset.view = detail.view;
      });
    });
    await firstRow(page).getByRole("button").first().click();
    await expect(page.locator("body")).toHaveAttribute("data-view", /^\?action=/);
  });

  test("leaves a page as one that never had it when it is taken out", async ({ page }) => {
    await countWhatIsLeft(page);
    await page.goto("/empty");
    await page.evaluate(() => {
      const pane = document.createElement("div");
      pane.dataset.outlives = "";
      Object.assign(pane.style, { height: "400px", overflow: "auto" });
      const field = document.createElement("input");
      document.body.append(field, pane);
      field.focus();
    });
    // Playwright listens from the first time that it hands an element to a script.
    await page.getByRole("heading").evaluate(() => undefined);
    const { listeners, ...before } = await whatIsLeft(page);
    const untouchedPage = await touchable(page);
    await page.evaluate(giveEarly);
    const element = page.locator("#early");
    await element.evaluate((added) => document.querySelector("[data-outlives]")?.append(added));
    await expect(firstRow(element)).toBeVisible();
    await expect(page.locator("input").first()).toBeFocused();
    await saveCsv(page, element);
    await firstRow(element).getByRole("button").first().click();
    await expect(element.getByRole("complementary")).toBeVisible();
    await element.evaluate((added) => added.remove());
    // React listens to each document's selection for good.
    const left = { ...before, listeners: Number(listeners) + 1 };
    await expect.poll(() => whatIsLeft(page), { timeout: 30_000 }).toEqual(left);
    expect(await touchable(page)).toEqual({ ...untouchedPage, focus: "BODY" });
  });

  test("says that somebody has to sign in", async ({ page, portals }) => {
    portals.setRefusing(true);
    await page.addInitScript(() => {
      addEventListener("signinrequired", ({ detail }: CustomEventInit) => {
        document.body.dataset.news = `${document.body.dataset.news ?? ""}${detail}`;
      });
    });
    await page.goto("/licences");
    await expect(page.getByRole("group", { name: "The page around this one gave no access" })).toBeVisible();
    await expect(page.locator("body")).toHaveAttribute("data-news", "null");
  });

  test("tries again to load its code", async ({ page }) => {
    await page.goto("/empty");
    await page.route(/mountMonitor/, (route) => route.abort());
    await page.evaluate(giveEarly);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("VPP Revocation Monitor could not be loaded");
    await page.locator("#early").evaluate((element) => document.body.append(element));
    await expect(alert).toHaveCount(1);
    await page.unroute(/mountMonitor/);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(firstRow(page)).toBeVisible();
    expect(await page.locator("#early").evaluate(({ childElementCount }) => childElementCount)).toBe(0);
  });

  test("tells the portal what a revocation came to, and opens it by that", async ({ page, portals }) => {
    await page.goto("/licences");
    await page.evaluate(() => {
      document.addEventListener("revocationchange", ({ detail }: CustomEventInit) => {
        document.body.dataset.news = JSON.stringify(detail);
      });
    });
    await expect(firstRow(page)).toBeVisible();
    portals.setAhead(3_600_000);
    await expect(page.locator("body")).toHaveAttribute("data-news", /view/, { timeout: 30_000 });
    const news = await page.locator("body").evaluate(({ dataset }) => JSON.parse(dataset.news ?? ""));
    expect(news).toEqual({
      kind: expect.stringMatching(/^(done|doneWithFailures|failed|canceled|stopped)$/),
      happenedAt: expect.any(Number),
      view: expect.stringMatching(/^\?action=/),
    });
    await page.locator("vpp-revocation-monitor").evaluate((element, view) => {
      const other = element.cloneNode() as HTMLElement;
      const { getAccessToken } = element as unknown as { getAccessToken: unknown };
      Object.assign(other, { id: "other", initialView: view, getAccessToken });
      element.replaceWith(other);
    }, news.view);
    await expect(page.locator("#other").getByRole("article")).toBeVisible();
  });

  test("leaves banner, main part and first heading to the portal, and axe finds nothing", async ({
    page,
  }) => {
    await page.goto("/licences");
    await expect(firstRow(page)).toBeVisible();
    await expect(page.getByRole("main")).toHaveCount(0);
    await expect(page.getByRole("banner")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 2, name: "VPP Revocation Monitor" })).toBeVisible();
    expect(await axe(page)).toEqual([]);
  });

  test("leaves keys pressed elsewhere to the portal", async ({ page }) => {
    await page.goto("/licences");
    await expect(page.getByRole("button", { name: "Keyboard" })).toBeVisible();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).not.toBeFocused();
    await page.getByRole("button", { name: "Keyboard" }).focus();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
  });

  test("opens what it opens within itself", async ({ page }) => {
    await page.goto("/licences");
    const host = page.locator("vpp-revocation-monitor");
    await host.getByRole("button", { name: /^Export/ }).click();
    const dialog = host.getByRole("dialog", { name: /^Export/ });
    await dialog.getByRole("radio").first().click();
    await expect(dialog).toBeVisible();
    await expect(dialog.getByText(/Print/)).toHaveCount(0);
    expect(await dialog.evaluate((element) => element.getRootNode() instanceof ShadowRoot)).toBe(true);
    await page.mouse.click(2, 2);
    await expect(dialog).toHaveCount(0);
  });

  test("fits into a narrow column of a wide page", async ({ page }) => {
    await page.goto("/licences");
    const host = page.locator("vpp-revocation-monitor");
    await host.evaluate((element) => {
      const column = document.createElement("div");
      column.style.width = "360px";
      element.replaceWith(column);
      column.append(element);
    });
    await firstRow(page).getByRole("button").first().click();
    const details = host.getByRole("complementary");
    await expect(details).toBeVisible();
    await expect(revocations(page)).toBeHidden();
    const widths = await host.evaluate((element) => [
      element.scrollWidth,
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ]);
    expect(widths).toEqual([360, 0]);
    await host.evaluate((element) => document.body.append(element));
    await expect(revocations(page)).toBeVisible();
    await expect(details).toBeVisible();
  });

  test("shows further rows in whatever scrolls it", async ({ page }) => {
    await page.goto("/licences");
    await expect(firstRow(page)).toBeVisible();
    await page.locator("vpp-revocation-monitor").evaluate((element) => {
      const pane = document.createElement("div");
      Object.assign(pane.style, { height: "400px", overflow: "auto" });
      pane.id = "pane";
      element.replaceWith(pane);
      pane.append(element);
    });
    const rows = revocations(page).getByRole("row");
    const last = Number(await revocations(page).getAttribute("aria-rowcount"));
    await expect(page.locator(`[aria-rowindex="${last}"]`)).toHaveCount(0);
    await page.locator("#pane").evaluate((pane) => pane.scrollTo({ top: pane.scrollHeight }));
    await expect(page.locator(`[aria-rowindex="${last}"]`)).toBeVisible();
    expect(await rows.count()).toBeLessThan(last);
  });
});

/** The property stands on the element before its class is known. */
async function giveEarly(): Promise<void> {
  const element = document.createElement("vpp-revocation-monitor");
  element.id = "early";
  Reflect.set(element, "getAccessToken", async () => "token-a");
  document.body.append(element);
  await import("/vpp-revocation-monitor/index.js" as string);
}

/** The element stands in the document before it has the property. */
async function giveLate(): Promise<void> {
  const element = document.createElement("vpp-revocation-monitor");
  element.id = "late";
  document.body.append(element);
  await new Promise((resolve) => setTimeout(resolve, 50));
  Reflect.set(element, "getAccessToken", async () => "token-b");
}
