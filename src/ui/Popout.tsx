import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { placeBeside } from "./placeBeside.ts";

/** What the button that opens a popout has to be given. */
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
 * Escape closes it and gives the focus back. The browser's own top layer keeps it from being cut off or covered.
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
      {trigger({
        ref: setButton,
        "aria-expanded": isOpen,
        "aria-controls": isOpen ? id : undefined,
        onClick: () => setOpen(!isOpen),
      })}
      {isOpen && (
        <Surface id={id} label={label} button={button} className={className}>
          {children(close)}
        </Surface>
      )}
    </span>
  );
}

interface SurfaceProps {
  readonly id: string;
  readonly label: string;
  readonly button: RefObject<HTMLElement | null>;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

function Surface({ id, label, button, className, children }: SurfaceProps) {
  const styles = useStyles();
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [shown, beside] = [surface.current, button.current];
    if (shown === null || beside === null) return;
    raise(shown);
    shown.focus({ preventScroll: true });
    return placeBeside(shown, beside);
  }, [button]);
  return (
    <div
      id={id}
      ref={surface}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={mergeClasses(styles.surface, className)}
    >
      {children}
    </div>
  );
}

/** Into the top layer, where the browser has one for it; elsewhere it stands over the page by its z-index. */
function raise(element: HTMLElement): void {
  if (typeof element.showPopover !== "function") return;
  element.popover = "manual";
  element.showPopover();
}

function useClosingPress(
  root: RefObject<HTMLElement | null>,
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
): void {
  useEffect(() => {
    const document = root.current?.ownerDocument;
    if (!isOpen || document === undefined) return;
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && root.current?.contains(target) === false) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [root, isOpen, setOpen]);
}

const useStyles = makeStyles({
  root: { display: "inline-flex", verticalAlign: "middle", minWidth: 0 },
  surface: {
    position: "fixed",
    inset: "auto",
    zIndex: 10,
    boxSizing: "border-box",
    width: "max-content",
    maxWidth: "min(360px, calc(100vw - 16px))",
    margin: 0,
    overflowY: "auto",
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "start",
    whiteSpace: "normal",
    cursor: "default",
    ":focus": { outline: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});
