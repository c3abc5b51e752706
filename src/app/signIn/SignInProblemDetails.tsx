import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SignInProblem, SignInProblemKind } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { ConsentRequest } from "./ConsentRequest.tsx";
import { SupportFacts } from "./SupportFacts.tsx";
import type { SignInTarget } from "./signInTarget.ts";

interface SignInProblemDetailsProps {
  readonly kind: SignInProblemKind;
  /** `null` when nothing more than its kind is known. */
  readonly problem: SignInProblem | null;
  readonly target: SignInTarget | null;
  /** The next step, shown before what only support needs. */
  readonly children: ReactNode;
}

/** What happened, what to do, and what to quote. The title is the caller's. */
export function SignInProblemDetails({ kind, problem, target, children }: SignInProblemDetailsProps) {
  const text = useText();
  const styles = useStyles();
  const values = {
    permission: target?.permission ?? "",
    host: target?.loginHost ?? "",
    redirectUri: target?.redirectUri ?? "",
  };
  return (
    <div className={styles.details}>
      <p className={styles.paragraph}>{text(`signIn.problem.${kind}.happened`, values)}</p>
      <p className={styles.paragraph}>{text(`signIn.problem.${kind}.todo`, values)}</p>
      {kind === "loginUnreachable" && target !== null && (
        <div>
          <Link href={`https://${target.loginHost}/`} target="_blank" rel="noreferrer">
            {text("signIn.problem.loginUnreachable.open", { host: target.loginHost })}
          </Link>
        </div>
      )}
      {kind === "consentMissing" && target !== null && <ConsentRequest target={target} />}
      <div className={styles.actions}>{children}</div>
      {problem !== null && (
        <Disclosure title={text("signIn.details.title")}>
          <SupportFacts problem={problem} target={target} />
        </Disclosure>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  details: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  paragraph: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});
