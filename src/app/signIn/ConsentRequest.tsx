import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../../i18n/useText.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import type { SignInTarget } from "./signInTarget.ts";

/** The two ways to a granted permission: ask an administrator, or be one. */
export function ConsentRequest({ target }: { readonly target: SignInTarget }) {
  const text = useText();
  const styles = useStyles();
  const { clientId, permission, adminConsentUrl: link } = target;
  const letter = text("signIn.consent.letter", { app: text("app.name"), clientId, permission, link });
  return (
    <div className={styles.request}>
      <blockquote className={styles.letter}>{letter}</blockquote>
      <CopyButton text={() => letter} label={text("signIn.consent.copy")} />
      <Link href={link} target="_blank" rel="noreferrer">
        {text("signIn.consent.open")}
      </Link>
    </div>
  );
}

const useStyles = makeStyles({
  request: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalS },
  letter: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
});
