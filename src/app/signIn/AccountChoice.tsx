import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { SignedInAccount } from "../../auth/session.ts";
import { useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";

interface AccountChoiceProps {
  readonly accounts: readonly SignedInAccount[];
  readonly onChoose: (accountId: string) => void;
}

/** The accounts that are signed in here already. */
export function AccountChoice({ accounts, onChoose }: AccountChoiceProps) {
  const text = useText();
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <h3 id={id} className={styles.heading}>
        {text("signIn.page.accounts")}
      </h3>
      <ul aria-labelledby={id} className={styles.list}>
        {accounts.map((account) => (
          <li key={account.id}>
            <Button className={styles.account} onClick={() => onChoose(account.id)}>
              <span className={styles.names}>
                {account.name !== null && <BidiText text={account.name} />}
                <BidiText text={account.username} className={styles.username} />
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  list: {
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: "none",
  },
  account: { width: "100%", justifyContent: "start" },
  names: { display: "grid", justifyItems: "start", minWidth: 0 },
  username: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
});
