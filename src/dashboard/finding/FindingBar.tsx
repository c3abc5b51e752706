import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import { type ReactNode, useId, useRef, useState } from "react";
import { useText } from "../../i18n/useText.ts";
import type { Live } from "../../ui/live.ts";
import type { RowGroups } from "../rowGroups.ts";
import { SearchField } from "../SearchField.tsx";
import type { PatchView } from "../useViewPatch.ts";
import type { ViewState } from "../viewState.ts";
import { useCheckStyles } from "./CheckList.tsx";
import { FacetMenus } from "./FacetMenus.tsx";
import { FilterChips } from "./FilterChips.tsx";
import { StartedMenu } from "./StartedMenu.tsx";
import type { KeptText } from "./savedViews.ts";
import { TableMenu } from "./TableMenu.tsx";
import { ViewsMenu } from "./ViewsMenu.tsx";

interface FindingBarProps {
  readonly view: ViewState;
  readonly patchView: PatchView;
  /** Every revocation that could be found. */
  readonly groups: Live<RowGroups>;
  readonly foundCount: number;
  readonly totalCount: number;
  readonly keptViews: KeptText;
  /** What else can be done with what is found. */
  readonly children: ReactNode;
}

/** Everything that finds revocations: the search, filters with what they are set to, grouping, columns, saved views. */
export function FindingBar(props: FindingBarProps) {
  const { view, patchView, groups, foundCount, totalCount, keptViews, children } = props;
  const styles = useStyles();
  const check = useCheckStyles();
  const text = useText();
  const search = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <search className={styles.root} aria-label={text("finding.label")}>
      <div className={styles.line}>
        <SearchField field={search} q={view.q} onSearch={(q) => patchView({ q })} />
        <Button
          className={styles.opener}
          icon={<FilterRegular />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {text("finding.filters", { count: countFilters(view) })}
        </Button>
        <div id={id} className={mergeClasses(styles.choices, !isOpen && styles.closed)}>
          <FacetMenus view={view} patchView={patchView} groups={groups} />
          <StartedMenu view={view} patchView={patchView} />
          <label className={mergeClasses(check.choice, styles.group)}>
            <input
              type="checkbox"
              className={check.box}
              checked={view.group !== null}
              onChange={({ target }) => patchView({ group: target.checked ? "token" : null })}
            />
            {text("finding.group")}
          </label>
          <TableMenu view={view} patchView={patchView} />
          <ViewsMenu view={view} patchView={patchView} kept={keptViews} />
          <div className={styles.last}>{children}</div>
        </div>
      </div>
      <FilterChips
        view={view}
        patchView={patchView}
        groups={groups}
        foundCount={foundCount}
        totalCount={totalCount}
        fallback={search}
      />
    </search>
  );
}

function countFilters({ outcomes, reasons, tokens, tokenStates, from, to }: ViewState): number {
  const lists = [outcomes, reasons, tokens, tokenStates];
  return lists.reduce((sum, { length }) => sum + length, 0) + (from === null ? 0 : 1) + (to === null ? 0 : 1);
}

/** Of the bar, below which the filters stand behind a button. */
const narrow = "@container finding (max-width: 1060px)";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    containerType: "inline-size",
    containerName: "finding",
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  opener: { display: "none", minHeight: "36px", minWidth: 0, [narrow]: { display: "inline-flex" } },
  choices: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    flexGrow: 1,
    [narrow]: { flexBasis: "100%" },
  },
  last: { marginInlineStart: "auto", [narrow]: { marginInlineStart: 0 } },
  closed: { [narrow]: { display: "none" } },
  group: { minHeight: "36px", whiteSpace: "nowrap" },
});
