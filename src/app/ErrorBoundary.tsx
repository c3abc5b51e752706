import { Component, type ReactNode } from "react";
import { LastResort } from "./LastResort.tsx";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
}

/** Catches what no other place foresaw, so that nobody meets a blank page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error ?? new Error("unknown") };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <LastResort error={error} onAgain={() => this.setState({ error: null })} />;
  }
}
