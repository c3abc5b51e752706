import type { VppToken } from "../../../src/domain/vppToken.ts";
import type { History } from "../../../src/monitor/history/history.ts";
import { onlyRemembered, withResult } from "./reads.ts";

/** A token whose one result counts so many failures. */
export function failing(failed: number): VppToken[] {
  return withResult({ failedLicensesCount: failed });
}

/** What has been observed of that result, in its order. */
export async function failedCounts(history: History) {
  const { identity } = onlyRemembered(history.getState().memory);
  return (await history.observationsOf(identity)).map(({ failed }) => failed);
}
