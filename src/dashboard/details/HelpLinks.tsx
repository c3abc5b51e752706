import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useIntl } from "react-intl";
import type { HelpLink } from "../../domain/explainFailure.ts";
import { useText } from "../../i18n/useText.ts";
import { helpUrl } from "./helpLinks.ts";

interface HelpLinksProps {
  /** The one that leads to the next step. */
  readonly primary: HelpLink;
  readonly others: readonly HelpLink[];
  readonly adminCenterUrl: string;
  /** Where in Intune to go; `null` where the list of VPP tokens is not the place. */
  readonly intunePath: string | null;
}

export function HelpLinks({ primary, others, adminCenterUrl, intunePath }: HelpLinksProps) {
  const styles = useStyles();
  const { locale } = useIntl();
  return (
    <div className={styles.root}>
      <Button
        as="a"
        appearance="primary"
        className={styles.primary}
        {...linkTo(helpUrl(primary, adminCenterUrl, locale))}
      >
        <LinkWords link={primary} />
      </Button>
      {primary === "intuneVppTokens" && <span className={styles.path}>{intunePath}</span>}
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((link) => (
            <li key={link}>
              <OutwardLink link={link} adminCenterUrl={adminCenterUrl} />
              {link === "intuneVppTokens" && <span className={styles.path}> {intunePath}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface OutwardLinkProps {
  readonly link: HelpLink;
  readonly adminCenterUrl: string;
}

export function OutwardLink({ link, adminCenterUrl }: OutwardLinkProps) {
  const { locale } = useIntl();
  return (
    <Link {...linkTo(helpUrl(link, adminCenterUrl, locale))}>
      <LinkWords link={link} />
    </Link>
  );
}

function linkTo(href: string) {
  return { href, target: "_blank", rel: "noopener noreferrer" } as const;
}

function LinkWords({ link }: { readonly link: HelpLink }) {
  const text = useText();
  const styles = useStyles();
  return (
    <>
      {text(`details.link.${link}`)} <OpenRegular className={styles.icon} aria-hidden />
      <span className={styles.spokenOnly}> {text("link.newTab")}</span>
    </>
  );
}

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  primary: { flexShrink: 0 },
  path: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, flex: "1 1 220px" },
  others: {
    flexBasis: "100%",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  icon: { verticalAlign: "text-bottom", marginInlineStart: tokens.spacingHorizontalXXS },
  spokenOnly: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
