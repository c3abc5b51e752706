import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { placeBeside } from "./placeBeside.ts";

interface SurfaceProps {
  readonly id?: string;
  readonly label: string;
  /** What it stands beside. */
  readonly beside: RefObject<HTMLElement | null>;
  /** A dialog takes the focus when it appears; a tooltip leaves it where it is. */
  readonly role: "dialog" | "tooltip";
  readonly className?: string | undefined;
  readonly handle?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** Stands over the page beside something. The browser's own top layer keeps it from being cut off or covered. */
export function Surface({ id, label, beside, role, className, handle, children }: SurfaceProps) {
  const styles = useStyles();
  const surface = useRef<HTMLDivElement>(null);
  useImperativeHandle(handle, () => surface.current as HTMLDivElement, []);
  useLayoutEffect(() => {
    const [shown, neighbour] = [surface.current, beside.current];
    if (shown === null || neighbour === null) return;
    raise(shown);
    if (role === "dialog") shown.focus({ preventScroll: true });
    return placeBeside(shown, neighbour);
  }, [beside, role]);
  return (
    <div
      id={id}
      ref={surface}
      {...{ role, "aria-label": label }}
      tabIndex={-1}
      className={mergeClasses(styles.surface, className)}
    >
      {children}
    </div>
  );
}

/** Into the top layer, where the browser has one for it; elsewhere it stands over the page by its z-index. */
function raise(element: HTMLElement): void {
  if (typeof element.showPopover !== "function" || element.matches(":popover-open")) return;
  element.popover = "manual";
  element.showPopover();
}

const useStyles = makeStyles({
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
