import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, type ReactNode, type Ref, useMemo, useState } from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { useText } from "../i18n/useText.ts";
import { Announcer } from "../ui/Announcer.tsx";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { type Live, useLive } from "../ui/live.ts";
import type { KeptText } from "./finding/savedViews.ts";
import { RevocationsTable, type RevocationsTableHandle } from "./RevocationsTable.tsx";
import { Summary } from "./Summary.tsx";
import { type ListedWatch, TableArea } from "./TableArea.tsx";
import { countNotices, createFindings } from "./tokenFindings.ts";
import { useHold } from "./useHold.ts";
import { noFilter, useListedRows } from "./useListedRows.ts";
import type { Reported } from "./useReported.ts";
import { useSame } from "./useSame.ts";
import type { PatchView } from "./useViewPatch.ts";
import { serializeViewState, type ViewState } from "./viewState.ts";

const findingBar = laterPart(async () => (await import("./finding/FindingBar.tsx")).FindingBar);
const attentionList = laterPart(async () => (await import("./finding/AttentionList.tsx")).AttentionList);
const dataNotices = laterPart(async () => (await import("./DataNotices.tsx")).DataNotices);

/** Pixels of one closed notice with its border. */
const noticeHeight = 42;

/** Lines of what to look at first, before they are there: what follows must not move far. */
function AttentionPlace({ count }: { readonly count: number }) {
  const styles = useStyles();
  const lines = Math.min(count, 3);
  return lines > 0 && <div className={styles.attentionPlace} style={{ height: 38 + 24 * lines }} />;
}

interface RevocationsListProps {
  readonly watch: ListedWatch;
  readonly reported: Reported;
  readonly view: ViewState;
  readonly patchView: PatchView;
  readonly openKey: string | null;
  readonly table: Ref<RevocationsTableHandle>;
  readonly keptViews: KeptText;
  readonly adminCenterUrl: string;
  readonly exportMenu: ((revocations: Live<readonly Revocation[]>) => ReactNode) | undefined;
}

/** Summary, search and table over what is reported. A poll that changed nothing of it draws nothing of it. */
export const RevocationsList = memo(function RevocationsList(props: RevocationsListProps) {
  const { watch, reported, patchView, openKey, table, exportMenu, keptViews, adminCenterUrl } = props;
  const view = useListView(props.view);
  const styles = useStyles();
  const text = useText();
  const [attentionHold, rowsHold] = [useHold(), useHold()];
  const isHeld = attentionHold.isHeld || rowsHold.isHeld;
  const { isAwaited, groups, found, rows, grouping, filter, question } = useListedRows(
    reported,
    view,
    isHeld,
  );
  const foundCount = useFoundCount(reported.totals === null ? null : found.length, isAwaited ? null : filter);
  const { onOpen, onOutcomesChange, onSortChange, onClearFilters } = useViewChanges(patchView);
  const [liveGroups, liveFound] = [useLive(groups), useLive(found)];
  const exporting = useMemo(() => exportMenu?.(liveFound), [exportMenu, liveFound]);
  const totalCount = (reported.totals?.revocations ?? 0) + reported.gone.length;
  const hasNothing =
    (reported.totals?.revocations === 0 && reported.gone.length === 0) ||
    (watch.snapshot === null && watch.problem !== null);
  return (
    <>
      {!hasNothing && (
        <div className={styles.tools}>
          <Summary totals={reported.totals} outcomes={view.outcomes} onOutcomesChange={onOutcomesChange} />
        </div>
      )}
      {!hasNothing && (
        <div>
          {watch.snapshot === null ? (
            <div className={styles.barPlace} />
          ) : (
            <Later
              part={findingBar}
              props={{
                ...{ view, patchView, foundCount: found.length, totalCount, keptViews },
                groups: liveGroups,
                children: exporting,
              }}
              placeholder={<div className={styles.barPlace} />}
            />
          )}
        </div>
      )}
      {watch.snapshot?.isComplete && (
        <Later
          part={attentionList}
          props={{
            vppTokens: reported.vppTokens,
            onOpen,
            adminCenterUrl,
            isHeld,
            holding: attentionHold.handlers,
          }}
          placeholder={<AttentionPlace count={reported.totals?.openFailures ?? 0} />}
        />
      )}
      {watch.snapshot && <NoticesOf snapshot={watch.snapshot} />}
      <Announcer message={foundCount === null ? "" : text("table.label", { count: foundCount })} />
      <TableArea
        watch={watch}
        revocationsCount={totalCount}
        rowsCount={isAwaited ? null : rows.length}
        onClearFilters={onClearFilters}
        table={
          <RevocationsTable
            handle={table}
            key={view.density}
            rows={rows}
            question={question}
            grouping={grouping}
            columns={view.columns}
            density={view.density}
            sort={view.sort}
            onSortChange={onSortChange}
            openKey={openKey}
            onOpen={onOpen}
            bodyHandlers={rowsHold.handlers}
          />
        }
      />
    </>
  );
});

/** What the view says of the list: the same object whatever else is opened, so that opening draws none of it again. */
function useListView(opened: ViewState): ViewState {
  const view = { ...opened, action: null };
  return useSame(view, serializeViewState(view));
}

/** The same functions for good, so that what calls them need not render again for them. */
function useViewChanges(patchView: PatchView) {
  return useMemo(
    () => ({
      onOpen: ({ identity }: Revocation) => patchView({ action: identity }),
      onOutcomesChange: (outcomes: ViewState["outcomes"]) => patchView({ outcomes }),
      onSortChange: (sort: ViewState["sort"]) => patchView({ sort }),
      onClearFilters: () => patchView(noFilter),
    }),
    [patchView],
  );
}

/** Their place is kept until their code is there: no row may move away from whoever is about to press it. */
const NoticesOf = memo(function NoticesOf({ snapshot }: { readonly snapshot: VppTokensSnapshot }) {
  const [findingsIn] = useState(createFindings);
  const found = findingsIn(snapshot);
  const count = countNotices(found);
  const placeholder = <div style={{ height: count * noticeHeight }} />;
  return count > 0 && <Later part={dataNotices} props={{ found }} placeholder={placeholder} />;
});

/**
 * How many rows the last question found, for speech; polls are spoken by the status line. `null`: none was asked, or not
 * all has been read that it asks of.
 */
function useFoundCount(count: number | null, question: object | null): number | null {
  const [asked, setAsked] = useState<{ question: object | null; count: number | null }>({
    question,
    count: null,
  });
  if (question !== null && count !== null && asked.question !== question) setAsked({ question, count });
  return asked.count;
}

const narrow = "@media (max-width: 767px)";

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  barPlace: { height: "36px", [narrow]: { height: "80px" } },
  attentionPlace: { [narrow]: { minHeight: "122px", maxHeight: "122px" } },
});
