import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Component, type ReactNode, useId } from "react";
import { useText } from "../i18n/useText.ts";

interface PartBoundaryProps {
  readonly children: ReactNode;
}

interface PartBoundaryState {
  readonly hasFailed: boolean;
}

/** Keeps the failure of a part, for example a chunk that a new release has taken away, from taking the page with it. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): PartBoundaryState {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? (
      <MissingPart onRetry={() => this.setState({ hasFailed: false })} />
    ) : (
      this.props.children
    );
  }
}

/** Not a `Notice`: every page would load its code before the first row, for what hardly ever happens. */
function MissingPart({ onRetry }: { readonly onRetry: () => void }) {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" aria-labelledby={id} className={styles.missing}>
      <strong id={id}>{text("part.missing")}</strong>
      {text("part.missingHelp")}
      <div>
        <Button size="small" onClick={onRetry}>
          {text("part.retry")}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  missing: {
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
});
