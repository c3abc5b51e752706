import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Session } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { performSignIn, type SignInAction } from "./signInAction.ts";

interface SignInButtonProps {
  readonly session: Session;
  readonly action: SignInAction;
  readonly appearance?: "primary" | "secondary";
  /** Called when signing in ended without leaving the page. */
  readonly onSignedIn?: () => void;
}

/**
 * Stays out of reach while the browser leaves for the login page, so that a second press begins nothing; whoever comes
 * back to this window without a sign-in may press again.
 */
export function SignInButton({ session, action, appearance = "primary", onSignedIn }: SignInButtonProps) {
  const text = useText();
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    if (!isLeaving) return;
    const onFocus = () => setLeaving(false);
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [isLeaving]);
  const press = async (page: Window | null) => {
    setLeaving(true);
    await performSignIn(session, action, page);
    setLeaving(false);
    onSignedIn?.();
  };
  return (
    <Button
      appearance={appearance}
      disabledFocusable={isLeaving}
      onClick={({ currentTarget }) => void press(currentTarget.ownerDocument.defaultView)}
    >
      {text(`signIn.action.${action}`)}
    </Button>
  );
}
