import { memo, type ReactNode, Suspense, useEffect, useState } from "react";
import { AllWords } from "../i18n/LocaleProvider.tsx";
import { readPromise } from "../i18n/readPromise.ts";
import { isSameShallow } from "./isSameShallow.ts";
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
 * place and the rest of the page goes on. Renders it again only for other props, whoever made them anew meanwhile.
 */
export function Later<Props extends object>({ part, props, placeholder }: LaterProps<Props>) {
  const [isShown, setShown] = useState(false);
  // After what is around it: a download that begins while rendering would compete with the first row.
  useEffect(() => setShown(true), []);
  if (!isShown) return placeholder;
  return <Shown part={part} props={props} placeholder={placeholder} />;
}

const Shown = memo(ShownPart, isSamePart) as typeof ShownPart; // `memo` forgets what props a part has

/** The placeholder is not asked: it is seen only until the part is there. */
function isSamePart<Props extends object>(one: LaterProps<Props>, other: LaterProps<Props>): boolean {
  return one.part === other.part && isSameShallow(one.props, other.props);
}

function ShownPart<Props extends object>({ part, props, placeholder }: LaterProps<Props>) {
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
  const Component = readPromise(part.load());
  return <Component {...props} />;
}
