import { failureCauses } from "../../domain/failureCause.ts";
import { revocationOutcomes } from "../../domain/outcome.ts";
import { tokenStateKinds } from "../../domain/vppToken.ts";
import { useText } from "../../i18n/useText.ts";
import { type Live, useFollowed } from "../../ui/live.ts";
import type { RowGroups } from "../rowGroups.ts";
import type { PatchView } from "../useViewPatch.ts";
import type { ViewState } from "../viewState.ts";
import { BarMenu } from "./BarMenu.tsx";
import { CheckList } from "./CheckList.tsx";
import type { FacetField } from "./facets.ts";
import { causeText, outcomeText, tokenStateKindText } from "./facetWords.ts";
import { TokenChoices } from "./TokenChoices.tsx";
import { useCounts } from "./useCounts.ts";

interface FacetMenusProps {
  readonly view: ViewState;
  readonly patchView: PatchView;
  /** Every revocation that could be found. */
  readonly groups: Live<RowGroups>;
}

/** A menu for each field of which any of several values will do. */
export function FacetMenus({ view, patchView, groups }: FacetMenusProps) {
  const text = useText();
  const { outcomes, reasons, tokens, tokenStates } = view;
  const asked = { view, groups };
  return (
    <>
      <BarMenu label={text("finding.field.outcomes")} count={outcomes.length}>
        {() => (
          <Choices
            {...asked}
            field="outcomes"
            values={revocationOutcomes}
            chosen={outcomes}
            textOf={(outcome) => outcomeText(outcome, text)}
            onChange={(chosen) => patchView({ outcomes: chosen })}
          />
        )}
      </BarMenu>
      <BarMenu label={text("finding.field.reasons")} count={reasons.length}>
        {() => (
          <Choices
            {...asked}
            field="reasons"
            values={failureCauses}
            chosen={reasons}
            textOf={(cause) => causeText(cause, text)}
            onChange={(chosen) => patchView({ reasons: chosen })}
          />
        )}
      </BarMenu>
      <BarMenu label={text("finding.field.tokens")} count={tokens.length}>
        {() => <TokenChoices {...asked} onChange={(chosen) => patchView({ tokens: chosen })} />}
      </BarMenu>
      <BarMenu label={text("finding.field.tokenStates")} count={tokenStates.length}>
        {() => (
          <Choices
            {...asked}
            field="tokenStates"
            values={tokenStateKinds}
            chosen={tokenStates}
            textOf={(kind) => tokenStateKindText(kind, text)}
            onChange={(chosen) => patchView({ tokenStates: chosen })}
          />
        )}
      </BarMenu>
    </>
  );
}

interface ChoicesProps<Value extends string> extends Omit<FacetMenusProps, "patchView"> {
  readonly field: FacetField;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly textOf: (value: Value) => string;
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Only what would show something, and what is chosen. */
function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { field, view, groups, values, chosen, textOf, onChange } = props;
  const text = useText();
  const counts = useCounts(useFollowed(groups), view, field);
  const choices = values
    .filter((value) => counts.has(value) || chosen.includes(value))
    .map((value) => ({ value, label: textOf(value), count: counts.get(value) ?? 0 }));
  if (choices.length === 0) return text("finding.nothing");
  return (
    <CheckList label={text(`finding.field.${field}`)} choices={choices} chosen={chosen} onChange={onChange} />
  );
}
