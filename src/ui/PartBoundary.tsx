import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { useText } from "../i18n/useText.ts";
import { Notice } from "./Notice.tsx";

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

function MissingPart({ onRetry }: { readonly onRetry: () => void }) {
  const text = useText();
  return (
    <Notice intent="warning" title={text("part.missing")}>
      {text("part.missingHelp")}
      <div>
        <Button size="small" onClick={onRetry}>
          {text("part.retry")}
        </Button>
      </div>
    </Notice>
  );
}
