import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ActionResult } from "../domain/actionResult.ts";
import { isUnrecognized } from "../domain/received.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { type FormatText, useText } from "../i18n/useText.ts";
import { BidiText } from "../ui/BidiText.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { RawJson } from "../ui/RawJson.tsx";
import type { SnapshotFindings } from "./tokenFindings.ts";
import { tokenName } from "./tokenName.ts";

interface DataNoticesProps {
  readonly found: SnapshotFindings;
}

/** What the table cannot show: entries that cannot be read, other actions, tokens without results. */
export function DataNotices({ found }: DataNoticesProps) {
  const { unreadableTokens } = found;
  const text = useText();
  const styles = useStyles();
  const hasFaults = found.unreadable.length > 0 || unreadableTokens.length > 0;
  return (
    <div className={mergeClasses(styles.notices, hasFaults && styles.faults)}>
      {found.unreadable.length > 0 && (
        <RawNotice
          title={text("notice.unreadable", { count: found.unreadable.length })}
          raw={found.unreadable.map(({ token, raw }) => ({ vppToken: tokenName(token), received: raw }))}
        />
      )}
      {unreadableTokens.length > 0 && (
        <RawNotice
          title={text("notice.unreadableTokens", { count: unreadableTokens.length })}
          raw={unreadableTokens.map(({ raw }) => raw)}
        />
      )}
      {found.notReported.length > 0 && (
        <ListNotice
          title={text("notice.notReported", { count: found.notReported.length })}
          lines={found.notReported.map((token) => ({ key: token.id, words: tokenName(token) }))}
        />
      )}
      {found.others.length > 0 && (
        <ListNotice
          title={text("notice.otherActions", { count: found.others.length })}
          lines={found.others.map(({ token, result }, index) => ({
            key: `${token.id} ${index}`,
            words: otherActionText(token, result, text),
          }))}
        />
      )}
    </div>
  );
}

function otherActionText(
  token: VppToken,
  { actionName, actionState }: ActionResult,
  text: FormatText,
): string {
  const state = isUnrecognized(actionState) ? actionState.raw : (actionState ?? text("value.notReported"));
  return [tokenName(token), actionName ?? text("notice.unnamedAction"), state].join(" · ");
}

function RawNotice({ title, raw }: { readonly title: string; readonly raw: unknown }) {
  const styles = useStyles();
  const text = useText();
  return (
    <Disclosure title={title}>
      <p className={styles.help}>{text("notice.unreadableHelp")}</p>
      <RawJson value={raw} label={title} copyLabel={text("notice.copyRaw")} />
    </Disclosure>
  );
}

interface ListNoticeProps {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly words: string }[];
}

const shownLines = 100;

function ListNotice({ title, lines }: ListNoticeProps): ReactNode {
  const styles = useStyles();
  const text = useText();
  return (
    <Disclosure title={title}>
      <ul className={styles.list}>
        {lines.slice(0, shownLines).map(({ key, words }) => (
          <li key={key}>
            <BidiText text={words} overflow="wrap" />
          </li>
        ))}
      </ul>
      {lines.length > shownLines && text("notice.more", { count: lines.length - shownLines })}
    </Disclosure>
  );
}

const useStyles = makeStyles({
  notices: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":empty": { display: "none" },
    "& > :first-child": { borderTopStyle: "none" },
  },
  faults: { border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningForeground3}` },
  help: { margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});
