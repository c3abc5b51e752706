import { tokens as fluent, makeStyles } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useIntl } from "react-intl";
import type { VppToken } from "../../domain/vppToken.ts";
import { useText } from "../../i18n/useText.ts";
import { type Live, useFollowed } from "../../ui/live.ts";
import { compareNames } from "../rankNames.ts";
import type { RowGroups } from "../rowGroups.ts";
import { tokenName, tokenPlace } from "../tokenName.ts";
import type { ViewState } from "../viewState.ts";
import { CheckList } from "./CheckList.tsx";
import { searchTest } from "./searchTokens.ts";
import { useCounts } from "./useCounts.ts";

interface TokenChoicesProps {
  readonly view: ViewState;
  readonly groups: Live<RowGroups>;
  readonly onChange: (ids: readonly string[]) => void;
}

/** More would not be read, and typing narrows them down. */
const mostShown = 40;

/** VPP tokens that have revocations, those that are chosen first; found by what the search finds them by. */
export function TokenChoices({ view, groups: liveGroups, onChange }: TokenChoicesProps) {
  const styles = useStyles();
  const text = useText();
  const [q, setQ] = useState("");
  const groups = useFollowed(liveGroups);
  const counts = useCounts(groups, view, "tokens");
  const sorted = useSortedTokens(groups);
  // What is chosen while the list is open stays where it is.
  const [chosenFirst] = useState(view.tokens);
  const isFound = searchTest(q) ?? (() => true);
  const found = sorted.filter(
    (token) => isFound(token) && (counts.has(token.id) || view.tokens.includes(token.id)),
  );
  const first = found.filter(({ id }) => chosenFirst.includes(id));
  const listed = [...first, ...found.filter(({ id }) => !chosenFirst.includes(id))];
  const choices = listed.slice(0, mostShown).map((token) => ({
    value: token.id as string,
    label: [tokenName(token), ...tokenPlace(token)].join(" · "),
    count: counts.get(token.id) ?? 0,
  }));
  return (
    <div className={styles.root}>
      <input
        type="text"
        className={styles.field}
        aria-label={text("finding.findToken")}
        placeholder={text("finding.findToken")}
        autoComplete="off"
        spellCheck={false}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      {choices.length === 0 && text("finding.noToken")}
      <CheckList
        label={text("finding.field.tokens")}
        choices={choices}
        chosen={view.tokens}
        onChange={onChange}
      />
      {listed.length > mostShown && text("finding.moreTokens", { count: listed.length - mostShown })}
    </div>
  );
}

function useSortedTokens(groups: RowGroups): readonly VppToken[] {
  const { locale } = useIntl();
  return useMemo(() => {
    const collator = new Intl.Collator(locale, { numeric: true });
    const byId = new Map(groups.flatMap(([first]) => (first ? [[first.vppToken.id, first.vppToken]] : [])));
    return [...byId.values()]
      .map((token) => ({ token, name: tokenName(token) }))
      .sort((a, b) => compareNames(a.name, b.name, collator))
      .map(({ token }) => token);
  }, [groups, locale]);
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: fluent.spacingVerticalS, width: "300px", maxWidth: "100%" },
  field: {
    height: "32px",
    boxSizing: "border-box",
    width: "100%",
    paddingInline: fluent.spacingHorizontalS,
    border: `${fluent.strokeWidthThin} solid ${fluent.colorNeutralStrokeAccessible}`,
    borderRadius: fluent.borderRadiusMedium,
    backgroundColor: fluent.colorNeutralBackground1,
    color: fluent.colorNeutralForeground1,
    font: "inherit",
    ":focus-visible": { outline: `2px solid ${fluent.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
});
