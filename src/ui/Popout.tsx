import { makeStyles } from "@fluentui/react-components";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { Surface } from "./Surface.tsx";

/** What the button that opens a popout has to be given; the same object until it opens or closes. */
export interface PopoutTrigger {
  readonly ref: (button: HTMLButtonElement | null) => void;
  readonly "aria-expanded": boolean;
  readonly "aria-controls": string | undefined;
  readonly onClick: () => void;
}

interface PopoutProps {
  /** Accessible name of what opens. */
  readonly label: string;
  readonly trigger: (props: PopoutTrigger) => ReactNode;
  /** Rendered only while open. */
  readonly children: (close: () => void) => ReactNode;
  readonly className?: string;
}

/**
 * Opens over the page beside its button, by mouse, touch and keyboard alike, and takes the focus. It follows the button
 * in reading order, so nothing has to be trapped: Tab leads on into the page and closes it, as does a press elsewhere;
 * Escape closes it and gives the focus back.
 */
export function Popout({ label, trigger, children, className }: PopoutProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const setButton = useCallback((element: HTMLButtonElement | null) => {
    button.current = element;
  }, []);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  const given = useMemo(
    () => ({
      ref: setButton,
      "aria-expanded": isOpen,
      "aria-controls": isOpen ? id : undefined,
      onClick: () => setOpen(!isOpen),
    }),
    [setButton, isOpen, id],
  );
  useClosingPress(root, isOpen, setOpen);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (isOpen && relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button and the dialog within take keys and focus
    <span ref={root} className={styles.root} onKeyDown={onKeyDown} onBlur={onBlur}>
      {trigger(given)}
      {isOpen && (
        <Surface id={id} label={label} beside={button} role="dialog" className={className}>
          {children(close)}
        </Surface>
      )}
    </span>
  );
}

function useClosingPress(
  root: RefObject<HTMLElement | null>,
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
): void {
  useEffect(() => {
    const within = root.current;
    if (!isOpen || within === null) return;
    const { ownerDocument: document } = within;
    /** The document sees nothing of where in a closed shadow root it was. */
    let pressedWithin: PointerEvent | null = null;
    const onPressWithin = (press: PointerEvent) => {
      pressedWithin = press;
    };
    const onPress = (press: PointerEvent) => {
      if (press !== pressedWithin) setOpen(false);
    };
    within.addEventListener("pointerdown", onPressWithin, true);
    document.addEventListener("pointerdown", onPress);
    return () => {
      within.removeEventListener("pointerdown", onPressWithin, true);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [root, isOpen, setOpen]);
}

const useStyles = makeStyles({
  root: { display: "inline-flex", verticalAlign: "middle", minWidth: 0 },
});
