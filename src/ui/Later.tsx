import { type ReactNode, Suspense, useEffect, useState } from "react";
import { AllWords } from "../i18n/LocaleProvider.tsx";
import { usePromise } from "../i18n/readPromise.ts";
import type { LaterPart } from "./laterPart.ts";
import { PartBoundary } from "./PartBoundary.tsx";

interface LaterProps<Props> {
  readonly part: LaterPart<Props>;
  readonly props: Props;
  /** Keeps the place until then. */
  readonly placeholder?: ReactNode;
}

/**
 * Shows a part once its code and its words are there. Where that fails, it says so in its own
 * place and the rest of the page goes on.
 */
export function Later<Props extends object>({ part, props, placeholder }: LaterProps<Props>) {
  const [isShown, setShown] = useState(false);
  // After what is around it: a download that begins while rendering would compete with the first row.
  useEffect(() => setShown(true), []);
  if (!isShown) return placeholder;
  return (
    <PartBoundary>
      <Suspense fallback={placeholder}>
        <AllWords>
          <Loaded part={part} props={props} />
        </AllWords>
      </Suspense>
    </PartBoundary>
  );
}

function Loaded<Props extends object>({ part, props }: LaterProps<Props>) {
  const Component = usePromise(part.load());
  return <Component {...props} />;
}
