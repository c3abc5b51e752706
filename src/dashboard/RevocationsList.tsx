import { makeStyles, tokens } from "@fluentui/react-components";
import { type Ref, useCallback, useDeferredValue, useMemo } from "react";
import type { Revocation } from "../domain/revocation.ts";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { Announcer } from "../ui/Announcer.tsx";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { RevocationsTable, type RevocationsTableHandle } from "./RevocationsTable.tsx";
import { Summary } from "./Summary.tsx";
import { TableArea } from "./TableArea.tsx";
import { useHold } from "./useHold.ts";
import type { Reported } from "./useReported.ts";
import { useRows } from "./useRows.ts";
import { useSame } from "./useSame.ts";
import type { PatchView } from "./useViewPatch.ts";
import type { ViewState } from "./viewState.ts";

const searchField = laterPart(async () => (await import("./SearchField.tsx")).SearchField);
const dataNotices = laterPart(async () => (await import("./DataNotices.tsx")).DataNotices);

interface RevocationsListProps {
  readonly watch: RevocationWatch;
  readonly reported: Reported;
  readonly answer: string;
  readonly view: ViewState;
  readonly patchView: PatchView;
  readonly openKey: string | null;
  readonly table: Ref<RevocationsTableHandle>;
}

/** Summary, search and table over what is reported. */
export function RevocationsList(props: RevocationsListProps) {
  const { watch, reported, answer, view, patchView, openKey, table } = props;
  const styles = useStyles();
  const text = useText();
  const { isHeld, handlers } = useHold();
  const rows = useFilteredRows(reported, view, isHeld);
  const onOpen = useCallback(({ identity }: Revocation) => patchView({ action: identity }), [patchView]);
  const hasNothing =
    (reported.totals?.revocations === 0 && reported.gone.length === 0) ||
    (watch.snapshot === null && watch.problem !== null);
  return (
    <>
      {!hasNothing && (
        <div className={styles.tools}>
          <Summary
            totals={reported.totals}
            outcomes={view.outcomes}
            onOutcomesChange={(outcomes) => patchView({ outcomes })}
          />
          {watch.snapshot === null ? (
            <div className={styles.searchPlace} />
          ) : (
            <Later
              part={searchField}
              props={{ q: view.q, onSearch: (q) => patchView({ q }) }}
              placeholder={<div className={styles.searchPlace} />}
            />
          )}
        </div>
      )}
      {watch.snapshot?.isComplete && <Later part={dataNotices} props={{ snapshot: watch.snapshot }} />}
      {reported.totals && <Announcer message={`${answer}. ${text("table.label", { count: rows.length })}`} />}
      <TableArea
        watch={watch}
        revocationsCount={reported.revocations.length + reported.gone.length}
        rowsCount={rows.length}
        onClearFilters={() => patchView({ q: "", outcomes: [] })}
        table={
          <RevocationsTable
            ref={table}
            rows={rows}
            sort={view.sort}
            onSortChange={(sort) => patchView({ sort })}
            openKey={openKey}
            onOpen={onOpen}
            bodyHandlers={handlers}
          />
        }
      />
    </>
  );
}

/** Typing stays fluid: the rows follow what is typed as soon as there is time. */
function useFilteredRows(reported: Reported, view: ViewState, isHeld: boolean) {
  const q = useDeferredValue(view.q);
  const outcomes = useSame(view.outcomes, view.outcomes.join());
  const sort = useSame(view.sort, `${view.sort.column} ${view.sort.direction}`);
  const filter = useMemo(() => ({ q, outcomes }), [q, outcomes]);
  return useRows({ ...useListed(reported, outcomes.length === 0), filter, sort, isHeld });
}

/** The tiles count what is reported, so what is no longer reported is not among the rows that they choose. */
function useListed({ vppTokens, revocations, gone }: Reported, isWithGone: boolean) {
  return useMemo(() => {
    if (!isWithGone || gone.length === 0) return { tokens: vppTokens, revocations };
    const goneTokens = new Set(gone.map(({ vppToken }) => vppToken));
    return { tokens: [...vppTokens, ...goneTokens], revocations: [...revocations, ...gone] };
  }, [vppTokens, revocations, gone, isWithGone]);
}

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  searchPlace: { height: "36px", flexBasis: "240px", flexGrow: 1, maxWidth: "420px", minWidth: 0 },
});
