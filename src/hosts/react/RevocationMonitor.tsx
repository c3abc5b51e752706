import { type ReactElement, type RefObject, useEffect, useRef, useState } from "react";
import type { MountedMonitor } from "../portal/mountMonitor.tsx";
import type { MonitorOptions } from "../portal/publicTypes.ts";

/** Pixels that are kept free until it is there, so that the portal's page does not jump. */
const reservedHeight = 480;

/**
 * The state of Apple VPP licence revocations in the tenant that `getAccessToken` is for. On a server it is an empty,
 * labelled element; everything else comes after hydration, in a shadow root.
 */
export function RevocationMonitor(props: MonitorOptions): ReactElement {
  const element = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedMonitor | null>(null);
  const latest = useRef(props);
  const view = useRef(props.initialView);
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    latest.current = props;
    mounted.current?.update(hearingView(props, view));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again
  useEffect(() => {
    let isWanted = true;
    const mount = async () => {
      const { mountMonitor } = await import("../portal/mountMonitor.tsx");
      if (isWanted && element.current !== null)
        mounted.current = mountMonitor(element.current, {
          ...hearingView(latest.current, view),
          initialView: view.current,
        });
    };
    mount().catch(() => isWanted && setFailed(true));
    return () => {
      isWanted = false;
      mounted.current?.unmount();
      mounted.current = null;
    };
  }, [attempt]);
  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  return (
    <section ref={element} aria-label="VPP Revocation Monitor">
      {hasFailed ? <NotLoaded onRetry={retry} /> : <ReservedSize />}
    </section>
  );
}

/** React may take effects back and run them again, as where a portal hides what it keeps; that goes on where it was. */
function hearingView(props: MonitorOptions, view: RefObject<string | undefined>): MonitorOptions {
  const onViewChange = (next: string) => {
    view.current = next;
    props.onViewChange?.(next);
  };
  return { ...props, onViewChange };
}

/** Neither a style attribute, which the portal's policy may refuse, nor a class, which its style sheet may have. */
function ReservedSize() {
  return <svg width="1" height={reservedHeight} aria-hidden="true" />;
}

/** Without a catalogue: the download that has failed would have brought it. */
function NotLoaded({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <p role="alert">
      VPP Revocation Monitor could not be loaded. Try again, or reload the page.{" "}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}
