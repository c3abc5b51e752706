import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useMemo } from "react";
import type { ActionResult } from "../domain/actionResult.ts";
import { isUnrecognized } from "../domain/received.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { type FormatText, useText } from "../i18n/useText.ts";
import { BidiText } from "../ui/BidiText.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Notice } from "../ui/Notice.tsx";
import { RawJson } from "../ui/RawJson.tsx";
import { tokenName } from "./tokenName.ts";

interface DataNoticesProps {
  readonly snapshot: VppTokensSnapshot;
}

/** What the table cannot show: entries that cannot be read, other actions, tokens without results. */
export function DataNotices({ snapshot }: DataNoticesProps) {
  const { tokens: vppTokens, unreadableTokens } = snapshot;
  const found = useMemo(() => collect(vppTokens), [vppTokens]);
  const text = useText();
  return (
    <>
      {found.unreadable.length > 0 && (
        <RawNotice
          title={text("notice.unreadable", { count: found.unreadable.length })}
          raw={found.unreadable}
        />
      )}
      {unreadableTokens.length > 0 && (
        <RawNotice
          title={text("notice.unreadableTokens", { count: unreadableTokens.length })}
          raw={unreadableTokens.map(({ raw }) => raw)}
        />
      )}
      {found.notReported.length > 0 && found.notReported.length < vppTokens.length && (
        <ListNotice
          title={text("notice.notReported", { count: found.notReported.length })}
          opener={text("notice.showTokens")}
          lines={found.notReported.map((token) => ({ key: token.id, words: tokenName(token) }))}
        />
      )}
      {found.others.length > 0 && (
        <ListNotice
          title={text("notice.otherActions", { count: found.others.length })}
          opener={text("notice.showActions")}
          lines={found.others.map(({ token, result }, index) => ({
            key: `${token.id} ${index}`,
            words: otherActionText(token, result, text),
          }))}
        />
      )}
    </>
  );
}

interface Found {
  /** As received, already redacted, each with the token it came with. */
  readonly unreadable: readonly { readonly vppToken: string; readonly received: unknown }[];
  readonly others: readonly { readonly token: VppToken; readonly result: ActionResult }[];
  readonly notReported: readonly VppToken[];
}

function collect(vppTokens: readonly VppToken[]): Found {
  return {
    unreadable: vppTokens.flatMap((token) =>
      token.unreadableResults.map(({ raw }) => ({ vppToken: tokenName(token), received: raw })),
    ),
    others: vppTokens.flatMap((token) =>
      (token.actionResults ?? []).flatMap((result) => (result.kind === "other" ? { token, result } : [])),
    ),
    notReported: vppTokens.filter(
      ({ actionResults, unreadableResults }) => actionResults === null && unreadableResults.length === 0,
    ),
  };
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
  const text = useText();
  return (
    <Notice intent="warning" title={title}>
      {text("notice.unreadableHelp")}
      <Disclosure title={text("notice.showRaw")}>
        <RawJson value={raw} label={title} copyLabel={text("notice.copyRaw")} />
      </Disclosure>
    </Notice>
  );
}

interface ListNoticeProps {
  readonly title: string;
  readonly opener: string;
  readonly lines: readonly { readonly key: string; readonly words: string }[];
}

const shownLines = 100;

function ListNotice({ title, opener, lines }: ListNoticeProps): ReactNode {
  const styles = useStyles();
  const text = useText();
  return (
    <Notice intent="info" title={title}>
      <Disclosure title={opener}>
        <ul className={styles.list}>
          {lines.slice(0, shownLines).map(({ key, words }) => (
            <li key={key}>
              <BidiText text={words} overflow="wrap" />
            </li>
          ))}
        </ul>
        {lines.length > shownLines && text("notice.more", { count: lines.length - shownLines })}
      </Disclosure>
    </Notice>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});
