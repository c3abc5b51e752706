import { firstRow, test as inPortal } from "../portal/portalTest.ts";
import { tenantConfig } from "../support/appServer.ts";
import { documentedPortal } from "../support/documentedPortal.ts";
import { axe, expect, test as inFrame, revocationsTable } from "../support/e2e.ts";
import { passUntil } from "../support/emulatedTime.ts";
import { portalOrigins } from "../support/entra.ts";

inPortal.describe("a token that the portal does not give", () => {
  inPortal("is said, and asked for again by a person", async ({ page, portals }) => {
    portals.setRefusing(true);
    await page.goto("/licences");
    await expect(page.getByText("The page around this one gave no access")).toBeVisible();
    portals.setRefusing(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(firstRow(page)).toBeVisible();
    await expect(page.getByText("The page around this one gave no access")).toHaveCount(0);
  });

  for (const path of ["/react-18/readme", "/react-19/readme", "/licences"])
    inPortal(
      `is waited for, then said, and shows data when it comes at last at ${path}`,
      async ({ page, portals }) => {
        await page.clock.install();
        const giveTokens = portals.holdTokens();
        await page.goto(path);
        await expect(page.getByText("Reading VPP tokens")).toBeVisible();
        await expect.poll(() => portals.tokenRequests.length).toBe(1);
        await passUntil(page, page.getByText("No access token has come"));
        await passUntil(page, page.getByText("The page around this one does not answer"));
        giveTokens();
        await expect(firstRow(page)).toBeVisible();
        await expect(page.getByText("The page around this one does not answer")).toHaveCount(0);
      },
    );

  inPortal("is asked for once more by a person where it never comes", async ({ page, portals }) => {
    await page.clock.install();
    portals.holdTokens();
    await page.goto("/react-19/readme");
    await passUntil(page, page.getByText("The page around this one does not answer"));
    expect(await axe(page)).toEqual([]);
    portals.forsakeHeld();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(firstRow(page)).toBeVisible();
    await expect(page.getByText("The page around this one does not answer")).toHaveCount(0);
  });

  inPortal("may come when the dashboard has been taken out", async ({ page, portals }) => {
    const giveTokens = portals.holdTokens();
    await page.goto("/react-19/portal");
    await expect(page.getByText("Reading VPP tokens")).toBeVisible();
    await expect.poll(() => portals.tokenRequests.length).toBe(1);
    await page.getByRole("button", { name: "Leave" }).click();
    await expect(page.getByRole("region")).toHaveCount(0);
    const given = page.waitForEvent("requestfinished", (request) => request.url().includes("graph-token"));
    giveTokens();
    await given;
    expect(portals.tokenRequests).toHaveLength(1);
  });

  inPortal("goes on by itself when it only came late", async ({ page, portals }) => {
    await page.clock.install();
    const giveTokens = portals.holdTokens();
    await page.goto("/licences");
    await expect.poll(() => portals.tokenRequests.length).toBe(1);
    await passUntil(page, page.getByText("No access token has come"));
    giveTokens();
    await passUntil(page, firstRow(page));
    await expect(page.getByText("No access token has come")).toHaveCount(0);
  });

  inPortal("brings along the claims that Graph asks for", async ({ page, portals }) => {
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: "1" } } });
    portals.challenge(claims);
    await page.goto("/licences");
    await expect(firstRow(page)).toBeVisible();
    expect(portals.tokenRequests.map((request) => request.claims)).toContain(claims);
  });

  for (const path of ["/react-18/readme", "/react-19/readme", "/licences"])
    inPortal(`says that claims are not met, and asks again, at ${path}`, async ({ page, portals }) => {
      await page.clock.install();
      portals.setHeedsClaims(false);
      portals.challenge(JSON.stringify({ access_token: { nbf: { essential: true, value: "1" } } }));
      await page.goto(path);
      const notice = page.getByRole("group", { name: "The page around this one gave no access" });
      await expect(notice).toBeVisible();
      const asked = portals.tokenRequests.length;
      expect(asked).toBeLessThan(4);
      await page.clock.runFor(60_000);
      expect(portals.tokenRequests.length).toBe(asked);
      portals.setHeedsClaims(true);
      await notice.getByRole("button", { name: "Try again" }).click();
      await expect(firstRow(page)).toBeVisible();
      await expect(notice).toHaveCount(0);
    });
});

inFrame.describe("a token that the portal around a frame does not give", () => {
  const { crossSite } = portalOrigins;

  inFrame.beforeEach(({ stack, guard }) => {
    stack.app.deploy({ ...tenantConfig, embed: { allowedOrigins: [crossSite] } });
    guard.permit(/^foreign request: https:\/\/portal\.fabrikam\.example\//);
  });

  inFrame(
    "waits for a portal that is slow to give its access token, and says so",
    async ({ page, stack }) => {
      await page.clock.install();
      stack.portals.serve(await documentedPortal());
      const giveTokens = stack.portals.holdTokens();
      await page.goto(`${crossSite}/`);
      const frame = page.frameLocator("#revocations");
      await expect(frame.getByText("Reading VPP tokens")).toBeVisible();
      await expect.poll(() => stack.portals.tokenRequests.length).toBe(1);
      await passUntil(page, frame.getByText("No access token has come"));
      giveTokens();
      await passUntil(page, revocationsTable(frame).getByRole("row").nth(1));
      await expect(frame.getByText("No access token has come")).toHaveCount(0);
    },
  );

  for (const doing of ["answers at last", "answers only who asks again"] as const)
    inFrame(`says that its portal does not answer, until that ${doing}`, async ({ page, stack }) => {
      await page.clock.install();
      stack.portals.serve(await documentedPortal());
      const giveTokens = stack.portals.holdTokens();
      await page.goto(`${crossSite}/`);
      const frame = page.frameLocator("#revocations");
      const notice = frame.getByRole("group", { name: "The page around this one does not answer" });
      await passUntil(page, notice);
      await expect(page.locator("#news")).toHaveText("signinrequired");
      if (doing === "answers at last") giveTokens();
      else {
        stack.portals.forsakeHeld();
        await notice.getByRole("button", { name: "Try again" }).click();
      }
      await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
      await expect(notice).toHaveCount(0);
    });
});
