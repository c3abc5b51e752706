import type { FluentIcon } from "@fluentui/react-icons";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { HourglassHalfRegular } from "@fluentui/react-icons/svg/hourglass-half";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useText } from "../i18n/useText.ts";
import { EmptyState } from "./EmptyState.tsx";
import type { EmptyKind } from "./emptyKind.ts";

const icons = {
  unread: HourglassHalfRegular,
  noTokens: KeyRegular,
  unreadable: QuestionCircleRegular,
  notReported: QuestionCircleRegular,
  noRevocations: CheckmarkCircleRegular,
  filtered: SearchRegular,
} as const satisfies Record<EmptyTableProps["kind"], FluentIcon>;

interface EmptyTableProps {
  /** `unread`: nothing was read and nothing is being read. `filtered`: what there is does not match. */
  readonly kind: EmptyKind | "unread" | "filtered";
  /** Of VPP tokens, or of revocations that do not match. */
  readonly count: number;
  /** Clears what hides everything. */
  readonly onClear?: () => void;
}

/** What stands where rows would be. The page's first sentence has told the rest, unless it is the filter that hides. */
export function EmptyTable({ kind, count, onClear }: EmptyTableProps) {
  const text = useText();
  return (
    <EmptyState
      icon={icons[kind]}
      help={text(`empty.${kind}Help`, { count })}
      {...(kind === "filtered" && { title: text("empty.filtered") })}
      {...(onClear && { onClear })}
    />
  );
}
