import { Badge, Button, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import type { SessionState } from "../auth/session.ts";
import { isLocaleCode, localeCodes, locales } from "../i18n/locales.ts";
import { type MessageId, useText } from "../i18n/useText.ts";
import { BrandMark } from "./BrandMark.tsx";
import type { MonitorPageProps } from "./MonitorPage.tsx";
import { isThemeName, themeNames } from "./themes.ts";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    minHeight: "48px",
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
  tenant: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  controls: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginInlineStart: "auto",
    minWidth: 0,
  },
  account: {
    display: "flex",
    flexDirection: "column",
    textAlign: "end",
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  username: { color: tokens.colorNeutralForeground2 },
});

interface PageHeaderProps extends MonitorPageProps {
  readonly sessionState: SessionState;
}

export function PageHeader(props: PageHeaderProps) {
  const text = useText();
  const styles = useStyles();
  const { config, connection, sessionState } = props;
  return (
    <header className={styles.header}>
      <div className={styles.brand}>
        <BrandMark />
        <h1 className={styles.name}>{text("app.name")}</h1>
        {connection.demoScenario !== null && <Badge color="warning">{text("app.demoData")}</Badge>}
      </div>
      {config.mode === "tenant" && (
        <Text size={200} className={styles.tenant}>
          <bdi>{config.tenantId}</bdi>
          {config.cloud !== "global" && ` · ${text(`app.cloud.${config.cloud}`)}`}
        </Text>
      )}
      <div className={styles.controls}>
        <LanguageSelect {...props} />
        <ThemeSelect {...props} />
        {sessionState.kind === "signedIn" && <AccountArea {...props} sessionState={sessionState} />}
      </div>
    </header>
  );
}

function LanguageSelect({ host, view, onViewChange }: MonitorPageProps) {
  const text = useText();
  const { locale } = useIntl();
  const choose = (lang: string) => {
    host.savePreferences({ ...host.preferences, lang });
    onViewChange({ ...view, lang: isLocaleCode(lang) ? lang : null });
  };
  return (
    <Choice label={text("app.language")} value={locale} onChoose={choose}>
      {localeCodes.map((code) => (
        <option key={code} value={code} lang={code}>
          {locales[code].name}
        </option>
      ))}
    </Choice>
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
  const choose = (value: string) => {
    const theme = isThemeName(value) ? value : null;
    host.savePreferences({ ...host.preferences, theme });
    onViewChange({ ...view, theme });
  };
  return (
    <Choice label={text("app.theme")} value={isThemeName(chosen) ? chosen : ""} onChoose={choose}>
      <option value="">{text("app.theme.system")}</option>
      {themeNames.map((name) => (
        <option key={name} value={name}>
          {text(themeLabels[name])}
        </option>
      ))}
    </Choice>
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
          {accounts.map(({ id, username }) => (
            <option key={id} value={id}>
              {username}
            </option>
          ))}
        </Choice>
      ) : (
        <div className={styles.account}>
          {account.name !== null && (
            <Text size={200} weight="semibold">
              <bdi>{account.name}</bdi>
            </Text>
          )}
          <Text size={200} className={styles.username}>
            <bdi>{account.username}</bdi>
          </Text>
        </div>
      )}
      <Button size="small" onClick={() => void session.signOut()}>
        {text("app.signOut")}
      </Button>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <Select
      size="small"
      aria-label={label}
      title={label}
      value={value}
      onChange={(_event, data) => onChoose(data.value)}
    >
      {children}
    </Select>
  );
}
