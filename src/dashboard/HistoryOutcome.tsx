import { type FormatText, useText } from "../i18n/useText.ts";
import type { ImportProblem } from "../monitor/history/collectImport.ts";
import type { ImportReport } from "../monitor/history/history.ts";
import { BidiText } from "../ui/BidiText.tsx";
import type { HistoryWork } from "./useHistoryWork.ts";

interface HistoryOutcomeProps {
  readonly work: HistoryWork;
}

/** What came of the last thing that was done with the history. */
export function HistoryOutcome({ work }: HistoryOutcomeProps) {
  const text = useText();
  switch (work.kind) {
    case "exported":
      return <p>{text("history.exported", { name: work.name })}</p>;
    case "imported":
      return <Imported report={work.report} />;
    case "importRefused":
      return <p>{text("history.refused.newerVersion")}</p>;
    case "exportFailed":
    case "importUnread":
    case "erased":
    case "eraseFailed":
      return <p>{text(`history.${work.kind}`)}</p>;
    default:
      return null;
  }
}

const mostProblems = 5;

function Imported({ report }: { readonly report: ImportReport }) {
  const text = useText();
  const { taken, alreadyThere, unreadable, problems } = report;
  return (
    <>
      <p>{text("history.imported", { taken, alreadyThere, unreadable })}</p>
      {problems.length > 0 && (
        <>
          <p>{text("history.problems")}</p>
          <ul>
            {problems.slice(0, mostProblems).map((problem) => (
              <li key={problem.line}>
                <BidiText text={problemText(problem, text)} overflow="wrap" />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function problemText({ line, problem, where }: ImportProblem, text: FormatText): string {
  const reason = text(`history.problem.${problem}`);
  return where === null
    ? text("history.problem", { line, reason })
    : text("history.problemAt", { line, reason, where });
}
