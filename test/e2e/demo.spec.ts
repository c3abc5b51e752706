import { demoConfig } from "../support/appServer.ts";
import { axe, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

test.beforeEach(({ stack }) => stack.app.deploy(demoConfig));

/** The scenarios of the emulated tenant and the words under which each is recognised, in both languages. */
const scenarios = [
  ["mixed", /running, \d+ needs? attention/, /./],
  ["quiet", "No revocations are reported", /./],
  ["empty", "No VPP tokens are visible to you", /./],
  ["failures", /needs? attention/, /./],
  ["unchanged", /running/, /./],
  ["malformed", /could not be read/, /./],
  ["throttled", /running/, /./],
  ["outage", /running/, /./],
  ["forbidden", "Intune does not let you read VPP tokens", /Intune не разрешает вам читать токены VPP/],
  ["expired", /running/, /./],
  ["district", /running/, /./],
] as const;

for (const [scenario, english, russian] of scenarios) {
  test(`shows the ${scenario} scenario in both languages`, async ({ page }) => {
    await page.goto(`${appOrigin}/?scenario=${scenario}&lang=en`);
    await expect(page.getByRole("main").getByText(english).first()).toBeVisible();
    await expect(page.getByText(/^Demo data/).first()).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.goto(`${appOrigin}/?scenario=${scenario}&lang=ru`);
    await expect(page.getByRole("main").getByText(russian).first()).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "ru");
    expect(await axe(page)).toEqual([]);
  });
}
