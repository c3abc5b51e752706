import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import type { Session, SessionState } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { useOwnPage } from "../../ui/ownPage.ts";
import type { AppConfig } from "../config/parseConfig.ts";
import type { PortalConfig } from "../portal/portalConfig.ts";
import { AccountChoice } from "./AccountChoice.tsx";
import { EraseOffer, type KeepingHost } from "./EraseOffer.tsx";
import { SignInButton } from "./SignInButton.tsx";
import { SignInProblemDetails } from "./SignInProblemDetails.tsx";
import { signInActionOf } from "./signInAction.ts";
import { type SignInTarget, signInTarget } from "./signInTarget.ts";

type SignedOut = Extract<SessionState, { kind: "signedOut" }>;

interface SignInPageProps {
  readonly session: Session;
  readonly state: SignedOut;
  readonly config: AppConfig | PortalConfig;
  readonly host: KeepingHost;
}

/** What stands in place of the data while nobody is signed in. */
export function SignInPage({ session, state, config, host }: SignInPageProps) {
  const text = useText();
  const styles = useStyles();
  const { problem, accounts } = state;
  const { preload } = session;
  useEffect(preload, [preload]);
  const isOwnPage = useOwnPage();
  const target = signInTarget(config, host.pageUrl);
  const title = problem === null ? "signIn.page.title" : (`signIn.problem.${problem.kind}.title` as const);
  const choice = accounts.length > 0 && (
    <AccountChoice accounts={accounts} onChoose={session.switchAccount} />
  );
  return (
    <main className={styles.page}>
      <h2 className={styles.heading} tabIndex={-1} ref={focusOnce}>
        {text(title)}
      </h2>
      {problem === null ? (
        <Welcome session={session} state={state} target={target}>
          {choice}
        </Welcome>
      ) : (
        <>
          <SignInProblemDetails kind={problem.kind} problem={problem} target={target}>
            <SignInButton session={session} action={signInActionOf(problem.kind, isOwnPage)} />
          </SignInProblemDetails>
          {choice}
        </>
      )}
      {session.endsWithPage && <Paragraph>{text("signIn.page.notKept")}</Paragraph>}
      {state.signedOutAccount !== null && target !== null && (
        <>
          <MicrosoftSignOut target={target} />
          <EraseOffer key={state.signedOutAccount.id} account={state.signedOutAccount} host={host} />
        </>
      )}
    </main>
  );
}

interface WelcomeProps {
  readonly session: Session;
  readonly state: SignedOut;
  readonly target: SignInTarget | null;
  /** The accounts to continue with, if there are any. */
  readonly children: ReactNode;
}

function Welcome({ session, state: { accounts, signedOutAccount }, target, children }: WelcomeProps) {
  const text = useText();
  const action = accounts.length > 0 ? "otherAccount" : "signIn";
  return (
    <>
      {signedOutAccount !== null && <Paragraph role="status">{text("signIn.page.signedOut")}</Paragraph>}
      <Paragraph>{text("signIn.page.purpose")}</Paragraph>
      {target !== null && (
        <Paragraph>{text("signIn.page.permission", { permission: target.permission })}</Paragraph>
      )}
      {children}
      <div>
        <SignInButton
          session={session}
          action={action}
          appearance={action === "signIn" ? "primary" : "secondary"}
        />
      </div>
    </>
  );
}

/** Signing out here leaves Microsoft's own session alone; whoever leaves a shared computer has to know. */
function MicrosoftSignOut({ target }: { readonly target: SignInTarget }) {
  const text = useText();
  return (
    <Paragraph>
      {text("signIn.page.microsoftHint")}{" "}
      <Link inline href={target.microsoftSignOutUrl} target="_blank" rel="noreferrer">
        {text("signIn.page.microsoftSignOut")}
      </Link>
    </Paragraph>
  );
}

function Paragraph({ role, children }: { readonly role?: "status"; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <p role={role} className={styles.paragraph}>
      {children}
    </p>
  );
}

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalL,
    width: "100%",
    maxWidth: "560px",
    boxSizing: "border-box",
    margin: "0 auto",
    padding: tokens.spacingHorizontalXXL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  // Focused for readers; nothing can be done with it, so no ring.
  heading: {
    margin: 0,
    outlineStyle: "none",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  paragraph: { margin: 0, overflowWrap: "anywhere" },
});
