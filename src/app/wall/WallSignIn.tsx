import { makeStyles, tokens } from "@fluentui/react-components";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import type { Session, SignInProblem } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { useOwnPage } from "../../ui/ownPage.ts";
import { mayTakeFocus } from "../../ui/rootOf.ts";
import { performSignIn, signInActionOf } from "../signIn/signInAction.ts";
import { forgetSelfSignIn } from "./selfSignIn.ts";
import { useSelfSignIn } from "./useSelfSignIn.ts";

interface WallSignInProps {
  readonly session: Session;
  readonly problem: SignInProblem | null;
  /** Somebody signed out on purpose: nothing is begun without a person. */
  readonly hasSignedOut?: boolean;
  readonly onRetry?: () => void;
}

/** First tries by itself, then calls a person in letters that are read from four metres. Names no account. */
export function WallSignIn({ session, problem, hasSignedOut = false, onRetry }: WallSignInProps) {
  const text = useText();
  const styles = useStyles();
  const isLeaving = useSelfSignIn({ session, problem, hasSignedOut, onRetry });
  const kind = problem?.kind ?? "sessionEnded";
  const action = signInActionOf(kind, useOwnPage());
  const signIn = async (page: Window | null) => {
    forgetSelfSignIn();
    await performSignIn(session, action, page);
  };
  return (
    <section role="alert" className={styles.notice}>
      <KeyRegular aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.call}>{text(isLeaving ? "wall.signIn.renewing" : "wall.signIn.call")}</p>
        {!isLeaving && (
          <>
            <p className={styles.why}>{text(`signIn.problem.${kind}.title`)}</p>
            <button
              type="button"
              ref={takeFocus}
              className={styles.button}
              onClick={({ currentTarget }) => void signIn(currentTarget.ownerDocument.defaultView)}
            >
              {text(`signIn.action.${action}`)}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

/** Whoever comes to the screen has a keyboard at best: Enter is enough. */
function takeFocus(button: HTMLButtonElement | null): void {
  if (button !== null && mayTakeFocus(button)) button.focus();
}

const useStyles = makeStyles({
  notice: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "max(16px, 2 * var(--wall-unit))",
    boxSizing: "border-box",
    padding: `max(12px, 1 * var(--wall-unit)) max(16px, 2.4 * var(--wall-unit))`,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `max(4px, 0.5 * var(--wall-unit)) double ${tokens.colorNeutralForegroundOnBrand}`,
    fontFamily: tokens.fontFamilyBase,
    "& p": { margin: 0 },
  },
  icon: { fontSize: "max(48px, 8 * var(--wall-unit))", flexShrink: 0 },
  words: {
    display: "grid",
    justifyItems: "start",
    rowGap: "max(6px, 0.5 * var(--wall-unit))",
    flex: "1 1 60%",
    minWidth: 0,
  },
  call: { fontSize: "max(28px, 5 * var(--wall-unit))", lineHeight: 1.1, fontWeight: tokens.fontWeightBold },
  why: { fontSize: "max(18px, 2.4 * var(--wall-unit))", lineHeight: 1.2 },
  button: {
    minHeight: "44px",
    padding: `max(6px, 0.4 * var(--wall-unit)) max(16px, 1.6 * var(--wall-unit))`,
    fontFamily: "inherit",
    fontSize: "max(18px, 2.2 * var(--wall-unit))",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":focus-visible": { outline: `4px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: "4px" },
  },
});
