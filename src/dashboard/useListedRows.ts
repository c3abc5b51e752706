import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { loadOnce } from "../i18n/loadOnce.ts";
import { useNow } from "../monitor/clock.tsx";
import type { TokenRows } from "./finding/groupRows.ts";
import type { Grouping } from "./RevocationsTable.tsx";
import { groupsOfGone, type RowGroups } from "./rowGroups.ts";
import type { Reported } from "./useReported.ts";
import { useRows } from "./useRows.ts";
import { useSame } from "./useSame.ts";
import { defaultViewState, type ViewState } from "./viewState.ts";
import { whenIdle } from "./whenIdle.ts";

const loadListing = loadOnce((_: "listing") => import("./finding/listing.ts"));
type Listing = Awaited<ReturnType<typeof loadListing>>;

export interface ListedRows {
  /** What finds them is still being loaded; there are no rows until then. */
  readonly isAwaited: boolean;
  /** Where they are found. */
  readonly groups: RowGroups;
  /** Everything that the view asks for, in its order. */
  readonly found: readonly Revocation[];
  /** What the table shows of it. */
  readonly rows: readonly Revocation[];
  readonly grouping: Grouping | null;
  /** What is asked of the rows; the same object as long as it asks the same. */
  readonly filter: object;
  /** The same with the order and the grouping. */
  readonly question: object;
}

/** The rows follow what is asked and what is read as soon as there is time: what was pressed or typed shows first. */
export function useListedRows(latest: Reported, view: ViewState, isHeld: boolean): ListedRows {
  const reported = useFollowed(latest);
  const deferred = useDeferredValue(view);
  const { sort: sorted, group } = deferred;
  const asked = filterOf(deferred);
  const filterKey = JSON.stringify(asked);
  const filter = useSame(asked, filterKey);
  const sort = useSame(sorted, `${sorted.column} ${sorted.direction}`);
  const isFiltered = filterKey !== unfiltered;
  const isNeeded = isFiltered || group !== null;
  const listing = useListing(isNeeded, reported.groups.length > 0);
  const minute = useNow(60_000);
  const now = [filter.from, filter.to].some((moment) => moment?.startsWith("-")) ? minute : 0;
  const tests = useMemo(
    () => (isFiltered && listing !== null ? listing.rowTests(filter, now) : null),
    [isFiltered, listing, filter, now],
  );
  const groups = useListed(reported, filter.outcomes.length === 0);
  const rows = useRows({ groups, tests, filter, sort, isHeld });
  const isAwaited = isNeeded && listing === null;
  const found = isAwaited ? noRows : rows;
  const grouped = useGroups(group === null ? null : listing, { found, filter, sort, isHeld });
  const question = useMemo(() => ({ filter, sort, group }), [filter, sort, group]);
  return { isAwaited, groups, found, filter, question, ...(grouped ?? { rows: found, grouping: null }) };
}

function useFollowed(latest: Reported): Reported {
  const deferred = useDeferredValue(latest);
  // The first rows wait for nothing: what the page brings after them would overtake them.
  const isUrgent = deferred.groups.length === 0 || isLittleNewer(latest, deferred);
  return isUrgent ? latest : deferred;
}

/** What is put into place at once, so that a short read is drawn in one frame and not in two. */
const fewGroups = 20;

/** Only a few VPP tokens say something else. */
function isLittleNewer(latest: Reported, deferred: Reported): boolean {
  const [now, before] = [latest.groups, deferred.groups];
  if (latest.gone !== deferred.gone || now.length !== before.length) return false;
  let changed = 0;
  for (let place = 0; place < now.length && changed <= fewGroups; place += 1)
    if (now[place] !== before[place]) changed += 1;
  return changed <= fewGroups;
}

/** `null` until it is there; asked for at once when it is needed, and beforehand when there is time. */
function useListing(isNeeded: boolean, hasRows: boolean): Listing | null {
  const [listing, setListing] = useState<Listing | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  // Without it, what is shown would not be what was asked for: whoever stands around says so, and retries.
  if (failure !== null && isNeeded) throw failure.error;
  useEffect(() => {
    if (listing !== null || failure !== null || !(isNeeded || hasRows)) return;
    const load = () => {
      loadListing("listing").then(setListing, (error: unknown) => setFailure({ error }));
    };
    if (isNeeded) load();
    else return whenIdle(load);
  }, [listing, failure, isNeeded, hasRows]);
  return listing;
}

function filterOf({ q, outcomes, reasons, tokens, tokenStates, from, to }: ViewState) {
  return { q, outcomes, reasons, tokens, tokenStates, from, to };
}

/** What clears every filter. */
export const noFilter = filterOf(defaultViewState);
const unfiltered = JSON.stringify(noFilter);

/** The tiles count what is reported, so what is no longer reported is not among the rows that they choose. */
function useListed({ groups, gone }: Reported, isWithGone: boolean): RowGroups {
  return useMemo(
    () => (isWithGone && gone.length > 0 ? [...groups, ...groupsOfGone(gone)] : groups),
    [groups, gone, isWithGone],
  );
}

interface GroupsQuestion {
  readonly found: readonly Revocation[];
  readonly filter: object;
  readonly sort: object;
  readonly isHeld: boolean;
}

const noRows: readonly Revocation[] = [];

interface Known {
  readonly listing: Listing | null;
  /** `null`: nothing was grouped yet. */
  readonly found: readonly Revocation[] | null;
  readonly filter: object;
  readonly sort: object;
  readonly groups: readonly TokenRows[];
}

const noGroups: readonly TokenRows[] = [];

function useGroups(listing: Listing | null, { found, filter, sort, isHeld }: GroupsQuestion) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [known, setKnown] = useState<Known>({ listing: null, found: null, filter, sort, groups: noGroups });
  const onToggle = useCallback(({ id }: VppToken) => setExpanded((before) => toggled(before, id)), []);
  let { groups } = known;
  if (known.listing !== listing || known.found !== found) {
    const isSameQuestion = known.filter === filter && known.sort === sort;
    groups = listing?.groupRows(found, groups, isHeld && isSameQuestion) ?? noGroups;
    setKnown({ listing, found, filter, sort, groups });
  }
  return useMemo(() => {
    if (listing === null) return null;
    const { rows, leads } = listing.expandGroups(groups, expanded);
    const counts = { tokensCount: groups.length, revocationsCount: found.length };
    const isExpanded = ({ id }: VppToken) => expanded.has(id);
    return { rows, grouping: { leads, ...counts, isExpanded, onToggle } };
  }, [listing, groups, expanded, found, onToggle]);
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
