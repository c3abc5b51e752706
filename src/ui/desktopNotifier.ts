/** `insecure`: browsers notify for secure pages only. `unsupported`: this browser or frame cannot. */
export type DesktopPermission = "granted" | "denied" | "notAsked" | "unsupported" | "insecure";

interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  /** A notice with the same tag takes the place of the earlier one. */
  readonly tag: string;
  /** Whether the person is alerted again when it does. */
  readonly renotify: boolean;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** The page has been brought to the front by then. */
  readonly onClick: () => void;
}

export interface DesktopNotifier {
  readonly permission: () => DesktopPermission;
  /** Asks the person; to be called from a press, or browsers refuse. */
  readonly ask: () => Promise<DesktopPermission>;
  readonly show: (notice: DesktopNotice) => void;
  /** Whether the person has this page before them. */
  readonly isLookedAt: () => boolean;
}

/** For someone else's page, to which a permission would belong. */
export const noNotifier: DesktopNotifier = {
  permission: () => "unsupported",
  ask: async () => "unsupported",
  show: () => undefined,
  isLookedAt: () => document.visibilityState === "visible" && document.hasFocus(),
};

/** The real browser. Source: https://developer.mozilla.org/docs/Web/API/Notifications_API */
export function createDesktopNotifier(): DesktopNotifier {
  /** Android has the constructor and lets nobody use it. */
  let isUnusable = false;

  function permission(): DesktopPermission {
    if (!globalThis.isSecureContext) return "insecure";
    if (isUnusable || typeof Notification !== "function") return "unsupported";
    return Notification.permission === "default" ? "notAsked" : Notification.permission;
  }

  return {
    permission,
    async ask() {
      if (permission() !== "notAsked") return permission();
      await Notification.requestPermission().catch(() => undefined);
      return permission();
    },
    show({ title, onClick, ...options }) {
      if (permission() !== "granted") return;
      try {
        const notification = new Notification(title, options);
        notification.onclick = () => {
          window.focus();
          notification.close();
          onClick();
        };
      } catch {
        isUnusable = true;
      }
    },
    isLookedAt: () => document.visibilityState === "visible" && document.hasFocus(),
  };
}
