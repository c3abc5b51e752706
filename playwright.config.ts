import { defineConfig } from "@playwright/test";

const report = process.env.PLAYWRIGHT_REPORT ?? "test-results/playwright.json";

export default defineConfig({
  workers: 2,
  fullyParallel: false,
  // Ends a test that hangs; what a person may wait for is the time-out of each expectation.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // A machine that is busy with other work makes a test late now and then; a fault of the product is there again.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: report }]],
  use: { ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 }, screenshot: "only-on-failure" },
  projects: [
    { name: "e2e", testDir: "test/e2e", outputDir: "test-results/e2e" },
    { name: "soak", testDir: "test/soak", outputDir: "test-results/soak", timeout: 600_000 },
  ],
});
