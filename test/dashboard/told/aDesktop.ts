import { vi } from "vitest";

interface ShownNotification {
  readonly title: string;
  readonly options: NotificationOptions;
  readonly close: () => void;
  onclick: (() => void) | null;
}

interface DesktopOptions {
  readonly permission?: string;
  readonly answer?: string;
  readonly isThere?: boolean;
}

/** The browser's notifications. `answer`: what the person says when asked. `isThere`: the person looks at the page. */
export function aDesktop({
  permission: first = "granted",
  answer = first,
  isThere = false,
}: DesktopOptions = {}) {
  const shown: ShownNotification[] = [];
  const requestPermission = vi.fn(async () => {
    FakeNotification.permission = answer;
    return answer;
  });
  class FakeNotification implements ShownNotification {
    static permission: string = first;
    static readonly requestPermission = requestPermission;
    onclick: (() => void) | null = null;
    readonly close = vi.fn();
    readonly title: string;
    readonly options: NotificationOptions;
    constructor(title: string, options: NotificationOptions) {
      this.title = title;
      this.options = options;
      shown.push(this);
    }
  }
  vi.stubGlobal("Notification", FakeNotification);
  vi.stubGlobal("isSecureContext", true);
  vi.spyOn(document, "hasFocus").mockReturnValue(isThere);
  vi.spyOn(window, "focus").mockReturnValue();
  return { shown, requestPermission };
}
