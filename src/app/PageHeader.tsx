import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import type { SessionState } from "../auth/session.ts";
import { useViewPatch } from "../dashboard/useViewPatch.ts";
import { themeNames } from "../dashboard/viewState.ts";
import { loadWords } from "../i18n/loadWords.ts";
import { isLocaleCode, locales } from "../i18n/locales.ts";
import { type MessageId, useText } from "../i18n/useText.ts";
import { Choice } from "../ui/Choice.tsx";
import { useOwnPage } from "../ui/ownPage.ts";
import { BrandMark } from "./BrandMark.tsx";
import { LoadedChoice } from "./LoadedChoice.tsx";
import type { MonitorPageProps } from "./monitorPageProps.ts";
import { SkipLink } from "./SkipLink.tsx";
import { isThemeName, loadTheme } from "./themes.ts";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    minHeight: "48px",
    position: "relative",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  brand: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  tenant: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  controls: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginInlineStart: "auto",
    minWidth: 0,
    "@media (max-width: 599px)": { marginInlineStart: 0, flexGrow: 1 },
  },
  account: {
    display: "flex",
    flexDirection: "column",
    textAlign: "end",
    "@media (max-width: 599px)": { textAlign: "start", flexGrow: 1 },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  accountName: { fontWeight: tokens.fontWeightSemibold },
  username: { color: tokens.colorNeutralForeground2 },
});

interface PageHeaderProps extends MonitorPageProps {
  readonly sessionState: SessionState;
  /** Brings whoever uses keys past everything that stands before the rows. */
  readonly onSkip: () => void;
}

export function PageHeader(props: PageHeaderProps) {
  const text = useText();
  const styles = useStyles();
  // Someone else's page has a banner and a first heading of its own.
  const [Header, Name] = useOwnPage() ? (["header", "h1"] as const) : (["section", "h2"] as const);
  const { host, config, connection, sessionState, onSkip } = props;
  return (
    <Header className={styles.header}>
      {sessionState.kind === "signedIn" && <SkipLink onSkip={onSkip} />}
      <div className={styles.brand}>
        <BrandMark />
        <Name className={styles.name}>{text("app.name")}</Name>
      </div>
      {config.mode === "tenant" && (
        <span className={styles.tenant}>
          <bdi>{config.tenantId}</bdi>
          {config.cloud !== "global" && ` · ${text(`app.cloud.${config.cloud}`)}`}
        </span>
      )}
      <div className={styles.controls}>
        {!host.chooses?.lang && <LanguageSelect {...props} />}
        {!host.chooses?.theme && <ThemeSelect {...props} />}
        {sessionState.kind === "signedIn" && !connection.session.isOfHost && (
          <AccountArea {...props} sessionState={sessionState} />
        )}
      </div>
    </Header>
  );
}

function LanguageSelect({ host, view, onViewChange }: MonitorPageProps) {
  const text = useText();
  const { locale } = useIntl();
  const patchView = useViewPatch(view, onViewChange);
  const choose = (lang: string) => {
    if (!isLocaleCode(lang)) return;
    host.savePreferences({ ...host.preferences, lang });
    patchView({ lang });
  };
  return (
    <LoadedChoice
      label={text("app.language")}
      value={locale}
      load={async (lang) => isLocaleCode(lang) && loadWords(lang, "all")}
      onChoose={choose}
    >
      {Object.entries(locales).map(([code, { name, isDraft }]) => (
        <option key={code} value={code} lang={code}>
          {name}
          {isDraft && " (beta)"}
        </option>
      ))}
    </LoadedChoice>
  );
}

const themeLabels = {
  light: "app.theme.light",
  dark: "app.theme.dark",
  contrast: "app.theme.contrast",
} as const satisfies Record<(typeof themeNames)[number], MessageId>;

function ThemeSelect({ host, view, onViewChange }: MonitorPageProps) {
  const text = useText();
  const chosen = view.theme ?? host.preferences.theme;
  const patchView = useViewPatch(view, onViewChange);
  const choose = (value: string) => {
    const theme = isThemeName(value) ? value : null;
    host.savePreferences({ ...host.preferences, theme });
    patchView({ theme });
  };
  return (
    <LoadedChoice
      label={text("app.theme")}
      value={isThemeName(chosen) ? chosen : ""}
      load={async (name) => isThemeName(name) && loadTheme(name)}
      onChoose={choose}
    >
      <option value="">{text("app.theme.system")}</option>
      {themeNames.map((name) => (
        <option key={name} value={name}>
          {text(themeLabels[name])}
        </option>
      ))}
    </LoadedChoice>
  );
}

interface AccountAreaProps extends MonitorPageProps {
  readonly sessionState: Extract<SessionState, { kind: "signedIn" }>;
}

function AccountArea({ connection: { session }, sessionState: { account, accounts } }: AccountAreaProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      {accounts.length > 1 ? (
        <Choice label={text("app.account")} value={account.id} onChoose={(id) => session.switchAccount(id)}>
          {accounts.map(({ id, name, username }) => (
            <option key={id} value={id} dir="auto">
              {name === null ? username : `${name} · ${username}`}
            </option>
          ))}
        </Choice>
      ) : (
        <div className={styles.account}>
          {account.name !== null && (
            <span className={styles.accountName}>
              <bdi>{account.name}</bdi>
            </span>
          )}
          <span className={styles.username}>
            <bdi>{account.username}</bdi>
          </span>
        </div>
      )}
      <Button size="small" onClick={() => void session.signOut()}>
        {text("app.signOut")}
      </Button>
    </>
  );
}
