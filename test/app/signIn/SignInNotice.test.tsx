import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { SignInNotice } from "../../../src/app/signIn/SignInNotice.tsx";
import { kindsByAadsts, kindsByErrorCode } from "../../../src/auth/knownErrors.ts";
import type { SessionState, SignInProblem, SignInProblemKind } from "../../../src/auth/session.ts";
import { type LocaleCode, localeCodes } from "../../../src/i18n/locales.ts";
import { renderWithText } from "../../support/renderWithText.tsx";
import { ada, config, problem, stillSession } from "./support.ts";

type SignedIn = Extract<SessionState, { kind: "signedIn" }>;

async function renderNotice(current: SignInProblem | null, locale?: LocaleCode, isOfHost = false) {
  const state: SignedIn = { kind: "signedIn", account: ada, accounts: [ada], problem: current };
  const session = { ...stillSession(state), isOfHost };
  const onSignedIn = vi.fn();
  await renderWithText(
    <SignInNotice
      session={session}
      state={state}
      config={config()}
      pageUrl="https://app.example/vpp/"
      onSignedIn={onSignedIn}
    />,
    locale,
  );
  return { session, onSignedIn };
}

const kinds = [
  ...new Set<SignInProblemKind>([...kindsByAadsts.values(), ...kindsByErrorCode.values(), "other"]),
  ...(["hostRefused", "hostSlow"] as const),
];
const everyKindAndLocale = localeCodes.flatMap((locale) => kinds.map((kind) => [kind, locale] as const));

describe("SignInNotice", () => {
  it("continues with one button", async () => {
    const { session, onSignedIn } = await renderNotice(problem({ kind: "mfaRequired" }));
    await userEvent.click(screen.getByRole("button", { name: "Continue" }));
    expect(session.signIn).toHaveBeenCalledWith({});
    expect(onSignedIn).toHaveBeenCalledOnce();
  });

  it("lets the person choose where the account is wrong", async () => {
    const { session } = await renderNotice(problem({ kind: "wrongTenant" }));
    await userEvent.click(screen.getByRole("button", { name: "Use another account" }));
    expect(session.signIn).toHaveBeenCalledWith({ prompt: "select_account" });
  });

  it("asks for a new sign-in when only Graph refused", async () => {
    const { session } = await renderNotice(null);
    expect(screen.getByRole("group", { name: "Your sign-in has ended" })).toBeVisible();
    expect(screen.queryByText("Details for support")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Sign in again" }));
    expect(session.signIn).toHaveBeenCalledOnce();
  });

  it("sends to the page around when Graph refused what that gave", async () => {
    const { session } = await renderNotice(null, "en", true);
    expect(screen.getByRole("group", { name: "The page around this one gave no access" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(session.signIn).toHaveBeenCalledOnce();
  });

  it("names the login host that cannot be reached", async () => {
    await renderNotice(problem({ kind: "loginUnreachable" }), "ru");
    expect(screen.getByText(/От login\.microsoftonline\.com не пришло/)).toBeVisible();
  });

  it("keeps a second press from beginning again", async () => {
    const { session } = await renderNotice(problem());
    session.signIn.mockReturnValue(new Promise(() => {}));
    const button = screen.getByRole("button", { name: "Use another account" });
    await userEvent.click(button);
    await userEvent.click(button);
    expect(session.signIn).toHaveBeenCalledOnce();
  });

  it.each(everyKindAndLocale)("has words for %s in %s", async (kind, locale) => {
    await renderNotice(problem({ kind }), locale);
    const notice = screen.getByRole("group");
    expect(notice).not.toHaveTextContent(/signIn\.|\{|undefined/);
    expect(notice.querySelectorAll("p")).toHaveLength(2);
  });
});
