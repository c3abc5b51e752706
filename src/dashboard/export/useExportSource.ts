import { useClock } from "../../monitor/clock.tsx";
import { useRowMarks } from "../rowMarks.tsx";
import type { ExportMenuProps } from "./exportMenuProps.ts";
import type { ExportSource } from "./exportSource.ts";
import type { NamesChoice } from "./naming.ts";

/** What is exported if it is asked for now. */
export function useExportSource({
  revocations,
  view,
  pageUrl,
  support,
}: ExportMenuProps): (names: NamesChoice) => ExportSource {
  const clock = useClock();
  const { marksOf } = useRowMarks();
  return (names) => {
    const at = clock();
    return {
      revocations: revocations.get(),
      view: view.get(),
      pageUrl,
      support: support.get(),
      names,
      at,
      marksOf: (revocation) => marksOf(revocation, at),
    };
  };
}
