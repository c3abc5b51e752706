import type { ExportSource } from "../../../src/dashboard/export/exportSource.ts";
import { defaultViewState } from "../../../src/dashboard/viewState.ts";
import type { Revocation } from "../../../src/domain/revocation.ts";
import { testNow } from "../../support/builders.ts";
import { supportFacts } from "../details/renderDetails.tsx";

/** An export of the given revocations at `testNow`, names without Apple IDs. */
export function aSource(
  revocations: readonly Revocation[],
  overrides: Partial<ExportSource> = {},
): ExportSource {
  return {
    revocations,
    marksOf: () => [],
    names: "names",
    pageUrl: "https://monitor.contoso.com/",
    view: defaultViewState,
    support: supportFacts,
    at: testNow,
    ...overrides,
  };
}
