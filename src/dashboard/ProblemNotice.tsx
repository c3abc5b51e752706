import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type FormatText, useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Notice, type NoticeIntent } from "../ui/Notice.tsx";
import { oneLine } from "./oneLine.ts";

type Problem = NonNullable<RevocationWatch["problem"]>;
/** What sign-in can mend is told by the host. */
type ToldKind = Exclude<Problem["kind"], "signInNeeded">;

const intents = {
  signInUnavailable: "warning",
  unauthorized: "info",
  forbidden: "error",
  notFound: "error",
  throttled: "info",
  serverError: "warning",
  refused: "error",
  network: "warning",
  timeout: "warning",
  unreadableAnswer: "warning",
  badPaging: "error",
} as const satisfies Record<ToldKind, NoticeIntent>;

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** What went wrong with the last read: what happened, what to do, what to quote. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps) {
  const styles = useStyles();
  const text = useText();
  const { kind } = problem;
  if (kind === "signInNeeded") return null;
  const quoted = quotedLines(problem);
  return (
    <Notice intent={intents[kind]} title={titleOf(problem, kind, text)}>
      <p className={styles.line}>{text(`problem.${kind}Help`)}</p>
      {quoted.length > 0 && (
        <p className={styles.quoted} translate="no" dir="ltr">
          {quoted.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      <div className={styles.actions}>
        {retriedByPerson(kind) && (
          <Button size="small" appearance="primary" onClick={onRetry}>
            {text("problem.retry")}
          </Button>
        )}
        {quoted.length > 0 && <CopyButton label={text("problem.copy")} text={() => quoted.join("\n")} />}
      </div>
    </Notice>
  );
}

/** A wait that Graph asked for is kept, and a refused sign-in has its own button. */
function retriedByPerson(kind: ToldKind): boolean {
  return kind !== "throttled" && kind !== "unauthorized";
}

function titleOf({ retryAfterMs }: Problem, kind: ToldKind, text: FormatText): string {
  if (kind !== "throttled") return text(`problem.${kind}`);
  return text("problem.throttled", { seconds: Math.ceil((retryAfterMs ?? 0) / 1_000) });
}

/** Graph's own words, and what support asks for. */
function quotedLines(problem: Problem): readonly string[] {
  const { status, code, graphMessage, requestId, clientRequestId, date } = problem;
  const answer = [status, code].filter((part) => part !== null).join(" ");
  const lines = {
    status: answer || null,
    message: graphMessage && oneLine(graphMessage),
    "request-id": requestId,
    "client-request-id": clientRequestId,
    date,
  };
  return Object.entries(lines).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`));
}

const useStyles = makeStyles({
  line: { margin: 0, maxWidth: "80ch" },
  quoted: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});
