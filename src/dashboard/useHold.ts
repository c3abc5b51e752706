import { type FocusEvent, type PointerEvent, useMemo, useState } from "react";
import { useClock, useTimed } from "../monitor/clock.tsx";
import { rootOf } from "../ui/rootOf.ts";

/** A pointer or focus that was merely left behind lets the table settle again after this long. */
const patienceMs = 60_000;
const noticeEveryMs = 5_000;

/** What an element has to be given for it. */
export type Holding = ReturnType<typeof useHold>["handlers"];

/** Whether a person is at work in an element: the pointer is over it or the focus is inside, and moved of late. */
export function useHold() {
  const clock = useClock();
  const [lastActiveAt, setLastActiveAt] = useState<number | null>(null);
  const isHeld = useTimed((now) => lastActiveAt !== null && now - lastActiveAt < patienceMs, 15_000);
  const handlers = useMemo(() => {
    const onActive = () =>
      setLastActiveAt((last) => {
        const at = clock();
        return last !== null && at - last < noticeEveryMs ? last : at;
      });
    return {
      onPointerEnter: onActive,
      onPointerMove: onActive,
      onPointerLeave: ({ currentTarget }: PointerEvent<HTMLElement>) => {
        if (!currentTarget.contains(rootOf(currentTarget).activeElement)) setLastActiveAt(null);
      },
      onFocus: onActive,
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
        const isStillOver = currentTarget.matches(":hover");
        if (!currentTarget.contains(relatedTarget) && !isStillOver) setLastActiveAt(null);
      },
    };
  }, [clock]);
  return { isHeld, handlers };
}
