import { screen } from "@testing-library/react";
import { RevocationDetails } from "../../../src/dashboard/details/RevocationDetails.tsx";
import type { SupportFacts } from "../../../src/dashboard/details/supportText.ts";
import { defaultViewState } from "../../../src/dashboard/viewState.ts";
import type { Revocation } from "../../../src/domain/revocation.ts";
import type { LocaleCode } from "../../../src/i18n/locales.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import { testNow } from "../../support/builders.ts";
import { renderWithText } from "../../support/renderWithText.tsx";

export const supportFacts: SupportFacts = {
  productVersion: "0.1.0",
  cloud: "global",
  tenantId: "contoso.onmicrosoft.com",
  isDemo: false,
  lastRead: { requestId: "6fd5cc9a-0000-4000-8000-000000000001", at: testNow },
};

export const detailsLink = "https://monitor.contoso.com/?action=1.abc";

interface DetailsOptions {
  readonly locale?: LocaleCode;
  readonly onClose?: () => void;
  readonly isAlone?: boolean;
  readonly isDemo?: boolean;
}

/** The opened revocation as seen at `testNow`; `reopen` hands it another one, as a refresh or another row does. */
export async function renderDetails(revocation: Revocation, options: DetailsOptions = {}) {
  const { locale = "en", onClose = () => undefined, isAlone = false, isDemo = false } = options;
  const details = (shown: Revocation) => (
    <ClockProvider clock={() => testNow}>
      <RevocationDetails
        isAlone={isAlone}
        revocation={shown}
        onClose={onClose}
        link={detailsLink}
        pageUrl="https://monitor.contoso.com/"
        view={defaultViewState}
        support={{ ...supportFacts, isDemo }}
        adminCenterUrl="https://intune.example"
        unchangedMinutes={60}
      />
    </ClockProvider>
  );
  const { rerender } = await renderWithText(details(revocation), locale);
  const panel = screen.getByRole(isAlone ? "article" : "complementary");
  return { panel, reopen: (next: Revocation) => rerender(details(next)) };
}
