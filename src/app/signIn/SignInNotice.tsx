import type { Session, SessionState } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useOwnPage } from "../../ui/ownPage.ts";
import type { AppConfig } from "../config/parseConfig.ts";
import type { PortalConfig } from "../portal/portalConfig.ts";
import { SignInButton } from "./SignInButton.tsx";
import { SignInProblemDetails } from "./SignInProblemDetails.tsx";
import { signInActionOf } from "./signInAction.ts";
import { signInTarget } from "./signInTarget.ts";

interface SignInNoticeProps {
  readonly session: Session;
  readonly state: Extract<SessionState, { kind: "signedIn" }>;
  readonly config: AppConfig | PortalConfig;
  readonly pageUrl: string | null;
  /** Called when signing in ended without leaving the page. */
  readonly onSignedIn: () => void;
}

/**
 * The sign-in's problem above data that stays on screen. Without a known problem it is Graph that refused the access
 * token, and a new sign-in is the answer, here or where the host signs in.
 */
export function SignInNotice({ session, state, config, pageUrl, onSignedIn }: SignInNoticeProps) {
  const text = useText();
  const isOwnPage = useOwnPage();
  const { problem } = state;
  const kind = problem?.kind ?? (session.isOfHost ? "hostRefused" : "sessionEnded");
  const target = session.isOfHost ? null : signInTarget(config, pageUrl);
  return (
    <Notice intent="warning" title={text(`signIn.problem.${kind}.title`)}>
      <SignInProblemDetails kind={kind} problem={problem} target={target}>
        <SignInButton session={session} action={signInActionOf(kind, isOwnPage)} onSignedIn={onSignedIn} />
      </SignInProblemDetails>
    </Notice>
  );
}
