import type { RevocationProgress } from "../domain/progress.ts";
import { assertNever } from "../domain/received.ts";
import { useText } from "../i18n/useText.ts";
import { SplitBar } from "../ui/SplitBar.tsx";
import { progressText } from "./progressText.ts";

interface ProgressBarProps {
  readonly progress: RevocationProgress;
}

/** The bar alone; whoever shows it puts `progressText` beside it. No bar where there is nothing to draw. */
export function ProgressBar({ progress }: ProgressBarProps) {
  const text = useText();
  const bar = barOf(progress);
  if (bar === null) return null;
  return <SplitBar label={text("table.column.licences")} valueText={progressText(progress, text)} {...bar} />;
}

function barOf(progress: RevocationProgress) {
  switch (progress.kind) {
    case "revoked":
      return {
        value: { now: progress.revoked, max: progress.attempted },
        parts: [
          { tone: "good", size: progress.revoked },
          { tone: "bad", size: progress.failed },
        ],
      } as const;
    case "soFar":
      return { parts: [{ tone: "running", size: 1 }] } as const;
    case "stopped":
      return {
        parts: [
          { tone: "unknown", size: progress.attempted - progress.failed },
          { tone: "bad", size: progress.failed },
        ],
      } as const;
    case "nothingAttempted":
    case "asReceived":
      return null;
    default:
      return assertNever(progress);
  }
}
