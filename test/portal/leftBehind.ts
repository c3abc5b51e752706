import type { Page } from "@playwright/test";

/**
 * Counts from the page's first moment what somebody may leave behind: listeners of what outlives an element (one of the
 * portal's with `data-outlives` too), timers, channels, workers, object URLs, connections to databases, and what stands
 * in the document.
 */
export async function countWhatIsLeft(page: Page): Promise<void> {
  await page.addInitScript(install);
}

/** As `install` keeps it, with what the browser itself can tell. */
export function whatIsLeft(page: Page): Promise<Readonly<Record<string, unknown>>> {
  return page.evaluate(async () => {
    const { held, pending } = (await navigator.locks.query()) as Required<LockManagerSnapshot>;
    const read = Reflect.get(window, "whatIsHeld") as () => Record<string, unknown>;
    return {
      ...read(),
      locks: [...held, ...pending].length,
      styles: document.querySelectorAll("style, link[rel=stylesheet]").length,
      adopted: document.adoptedStyleSheets.length,
      head: document.head.children.length,
      body: document.body.children.length,
      rootStyle: document.documentElement.getAttribute("style"),
      focusIsNative: /native code/.test(String(HTMLElement.prototype.focus)),
      globals: Object.keys(window).length,
    };
  });
}

function install(): void {
  const listeners = new Set<string>();
  const ids = new WeakMap<object, number>();
  let lastId = 0;
  const idOf = (value: object) => {
    const id = ids.get(value) ?? ++lastId;
    ids.set(value, id);
    return id;
  };
  const outlives = (target: unknown) =>
    target === window ||
    target === document ||
    target === document.documentElement ||
    target === document.body ||
    (target instanceof Element && target.hasAttribute("data-outlives")) ||
    target instanceof MediaQueryList;
  const keyOf = (target: object, type: string, listener: object, options: unknown) => {
    const isCapture = typeof options === "object" ? Boolean(Reflect.get(options ?? {}, "capture")) : options;
    // Every call of `matchMedia` makes another list.
    const name = target instanceof MediaQueryList ? `media ${target.media}` : idOf(target);
    return `${name} ${type} ${idOf(listener)} ${Boolean(isCapture)}`;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (outlives(this ?? window) && listener !== null)
      listeners.add(keyOf(this ?? window, type, listener, options));
    addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (outlives(this ?? window) && listener !== null)
      listeners.delete(keyOf(this ?? window, type, listener, options));
    removeEventListener.call(this ?? window, type, listener, options);
  };
  const timers = new Set<number>();
  const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
  Object.assign(window, {
    setTimeout: (work: () => void, ms?: number) => {
      const id = setTimeout(() => {
        timers.delete(id);
        work();
      }, ms) as unknown as number;
      timers.add(id);
      return id;
    },
    setInterval: (work: () => void, ms?: number) => {
      const id = setInterval(work, ms) as unknown as number;
      timers.add(id);
      return id;
    },
    clearTimeout: (id: number) => {
      timers.delete(id);
      clearTimeout(id);
    },
    clearInterval: (id: number) => {
      timers.delete(id);
      clearInterval(id);
    },
  });
  const objectUrls = new Set<string>();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (source) => {
    const url = createObjectURL(source);
    objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    objectUrls.delete(url);
    revokeObjectURL(url);
  };
  const connections = new Set<IDBDatabase>();
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...named) {
    const request = open.apply(this, named);
    request.addEventListener("success", () => connections.add(request.result));
    return request;
  };
  const { close } = IDBDatabase.prototype;
  IDBDatabase.prototype.close = function () {
    connections.delete(this);
    close.call(this);
  };
  const channels = new Set<BroadcastChannel>();
  let workers = 0;
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.add(this);
    }
    override close() {
      channels.delete(this);
      super.close();
    }
  };
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers += 1;
    }
  };
  Object.defineProperty(window, "whatIsHeld", {
    value: () => ({
      ...{ listeners: listeners.size, timers: timers.size, channels: channels.size, workers },
      ...{ objectUrls: objectUrls.size, connections: connections.size },
    }),
  });
}
