import { scenarioNames } from "../../src/emulator/scenarios.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { headlineOf } from "../support/headlines.ts";

for (const scenario of scenarioNames)
  test(`knows the ${scenario} tenant after a sign-in`, async ({ page, stack, signIn }) => {
    stack.graph.use(scenario);
    await signIn(page);
    // The access token of the expired tenant lives for twenty seconds.
    if (scenario === "expired") {
      await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
      stack.graph.setAhead(30_000);
    }
    await expect(headlineOf(page, scenario, "en")).toBeVisible();
    if (scenario === "district")
      await expect(revocationsTable(page)).toHaveAttribute("aria-rowcount", "30001");
    const { preflights, exchanges } = stack.graph;
    expect(preflights).not.toEqual([]);
    expect(exchanges).not.toEqual([]);
    const issued = [...stack.identity.secrets];
    expect(exchanges.filter(({ accessToken }) => !issued.includes(accessToken ?? ""))).toEqual([]);
  });
