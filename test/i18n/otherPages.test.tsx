import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SignInPage } from "../../src/app/signIn/SignInPage.tsx";
import { SignedOutWall } from "../../src/app/wall/SignedOutWall.tsx";
import type { SessionState } from "../../src/auth/session.ts";
import { ExportMenu } from "../../src/dashboard/export/ExportMenu.tsx";
import { localeCodes } from "../../src/i18n/locales.ts";
import type { MessageId } from "../../src/i18n/useText.ts";
import { ClockProvider } from "../../src/monitor/clock.tsx";
import { ada, ben, config, problem, stillSession } from "../app/signIn/support.ts";
import { menuProps } from "../dashboard/export/menuProps.ts";
import { aBrowser, openHistory } from "../monitor/history/openHistory.ts";
import { aRead } from "../monitor/history/reads.ts";
import { aRevocation, testNow } from "../support/builders.ts";
import { catalogueOf, foreignWords } from "../support/foreignWords.ts";
import { renderWithText } from "../support/renderWithText.tsx";

type SignedOut = Extract<SessionState, { kind: "signedOut" }>;

const nobody: SignedOut = { kind: "signedOut", accounts: [], problem: null, signedOutAccount: null };
const noText = { read: () => null, write: () => true, subscribe: () => () => undefined };
const host = {
  pageUrl: "https://app.example/",
  preferences: { lang: null, theme: null },
  savePreferences: () => undefined,
  keptText: () => noText,
};

const signIn = (state: Partial<SignedOut> = {}) => {
  const signedOut = { ...nobody, ...state };
  return <SignInPage session={stillSession(signedOut)} state={signedOut} config={config()} host={host} />;
};

/** Each with a message that it shows. */
const pages = {
  "the sign-in": [signIn(), "signIn.page.title"],
  "the choice of an account": [signIn({ accounts: [ada, ben] }), "signIn.action.otherAccount"],
  "the request for consent": [
    signIn({ problem: problem({ kind: "consentMissing" }) }),
    "signIn.consent.copy",
  ],
  "the offer to erase": [signIn({ signedOutAccount: ada }), "signIn.erase.action"],
  "a wall that calls a person": [
    <SignedOutWall
      key="wall"
      session={stillSession(nobody)}
      state={{ ...nobody, signedOutAccount: ada }}
      onLeave={() => undefined}
    />,
    "wall.signIn.call",
  ],
} as const satisfies Record<string, readonly [React.ReactNode, string]>;

beforeEach(() => {
  aBrowser();
  sessionStorage.clear();
});
afterEach(() => {
  act(() => void window.dispatchEvent(new Event("afterprint")));
  vi.unstubAllGlobals();
});

describe.each(localeCodes)("in %s", (locale) => {
  const words = catalogueOf(locale);

  it.each(Object.entries(pages))("shows %s in its own words", async (_, [page, shown]) => {
    const history = await openHistory({ tenantKey: ada.tenantId, accountKey: ada.id });
    await history.record(aRead(0));
    history.close();
    await renderWithText(<ClockProvider clock={() => testNow}>{page}</ClockProvider>, locale);
    expect(await screen.findByText(words[shown as MessageId])).toBeVisible();
    expect(foreignWords(locale)).toEqual([]);
  });

  it("prints the report in its own words", async () => {
    const revocations = [aRevocation({ actionState: "failed" }), aRevocation({}, { id: "token-2" })];
    await renderWithText(
      <ClockProvider clock={() => testNow}>
        <ExportMenu {...menuProps(revocations)} />
      </ClockProvider>,
      locale,
    );
    act(() => void window.dispatchEvent(new Event("beforeprint")));
    expect(screen.getAllByRole("row", { hidden: true })).toHaveLength(3);
    expect(screen.getByText(words["export.summary.listTitle"])).toBeInTheDocument();
    expect(foreignWords(locale)).toEqual([]);
  });
});
