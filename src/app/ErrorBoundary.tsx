import { Component, type ReactNode } from "react";
import { LastResort } from "./LastResort.tsx";

interface ErrorBoundaryProps {
  /** Mends what is outside, before it is all rendered once more. Never rejects. */
  readonly onAgain?: () => Promise<void>;
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

  readonly #again = async () => {
    await this.props.onAgain?.();
    this.setState({ error: null });
  };

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <LastResort error={error} onAgain={() => void this.#again()} />;
  }
}
