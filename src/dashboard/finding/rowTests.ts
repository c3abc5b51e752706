import { failureCauseOf } from "../../domain/failureCause.ts";
import { epochMsOf, isUnrecognized, type Open } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { TokenStateKind, VppToken, VppTokenState } from "../../domain/vppToken.ts";
import type { RowTests } from "../rows.ts";
import type { ViewState } from "../viewState.ts";
import { searchTest } from "./searchTokens.ts";
import { startedRange } from "./startedRange.ts";

/** What of a view leaves rows out. */
export type ViewFilter = Pick<
  ViewState,
  "q" | "outcomes" | "reasons" | "tokens" | "tokenStates" | "from" | "to"
>;

/** What a filter asks of VPP tokens and of revocations. Values of one field are alternatives. `now`: epoch ms. */
export function rowTests(filter: ViewFilter, now: number): RowTests {
  return {
    isTokenWanted: all([
      searchTest(filter.q),
      oneOf(filter.tokens, ({ id }: VppToken) => id),
      oneOf(filter.tokenStates, tokenStateKindOf),
    ]),
    isRowWanted: all([
      oneOf(filter.outcomes, ({ outcome }: Revocation) => outcome),
      oneOf(filter.reasons, failureCauseOf),
      startedTest(filter, now),
    ]),
  };
}

export function tokenStateKindOf({ state }: { readonly state: Open<VppTokenState> }): TokenStateKind {
  if (state === null) return "notReported";
  return isUnrecognized(state) ? "unrecognized" : state;
}

type Test<Subject> = (subject: Subject) => boolean;

function oneOf<Subject, Value>(
  wanted: readonly Value[],
  valueIn: (subject: Subject) => Value | null,
): Test<Subject> | null {
  if (wanted.length === 0) return null;
  const isWanted = new Set<Value | null>(wanted);
  return (subject) => isWanted.has(valueIn(subject));
}

/** A start that is not known is in no range. */
function startedTest(filter: ViewFilter, now: number): Test<Revocation> | null {
  const range = startedRange(filter, now);
  if (range === null) return null;
  return ({ result }) => {
    const startedAt = epochMsOf(result.startedAt);
    return startedAt !== null && startedAt >= range.fromMs && startedAt < range.toMs;
  };
}

function all<Subject>(tests: readonly (Test<Subject> | null)[]): Test<Subject> | null {
  const asked = tests.filter((test) => test !== null);
  return asked.length === 0 ? null : (subject) => asked.every((test) => test(subject));
}
