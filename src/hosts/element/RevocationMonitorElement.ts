import type { MountedMonitor } from "../portal/mountMonitor.tsx";
import type { MountOptions } from "../portal/mountOptions.ts";
import type {
  CloudName,
  GetAccessToken,
  MonitorEvent,
  PollOptions,
  ThemeName,
} from "../portal/publicTypes.ts";

import { openOwnSession } from "./ownSignIn.ts";

/** A server has no elements; there this is a class that nobody makes anything of. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** What may be set before the element is defined, or before it stands in a document. */
const options = [
  ...(["getAccessToken", "clientId", "tenantId", "redirectUri"] as const),
  ...(["cloud", "locale", "theme", "brandColor", "poll", "historyKey", "initialView"] as const),
];
type Option = (typeof options)[number];

interface Given
  extends Pick<
    MountOptions,
    "getAccessToken" | "cloud" | "locale" | "theme" | "brandColor" | "poll" | "historyKey" | "initialView"
  > {
  readonly clientId?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly redirectUri?: string | undefined;
}

/**
 * `<vpp-revocation-monitor>`: the monitor in a shadow root of its own. A property wins over the attribute of its name;
 * `undefined` gives way to the attribute again. Moved in the document, it goes on. Without `getAccessToken` it signs
 * people in itself, in a window of its own.
 */
export class RevocationMonitorElement extends Base {
  static readonly observedAttributes: readonly string[] = [
    ...["client-id", "tenant-id", "redirect-uri"],
    ...["cloud", "locale", "theme", "brand-color", "history-key"],
  ];
  readonly #given: { -readonly [Name in Option]?: Given[Name] } = {};
  #mounted: MountedMonitor | null = null;
  #isLoading = false;
  #isUpdateDue = false;
  #notice: HTMLElement | null = null;

  constructor() {
    super();
    const internals = this.attachInternals();
    internals.role = "region";
    internals.ariaLabel = "VPP Revocation Monitor";
  }

  /** Asked for every access token. */
  get getAccessToken(): GetAccessToken | undefined {
    return this.#given.getAccessToken;
  }
  set getAccessToken(value: GetAccessToken | undefined) {
    this.#give("getAccessToken", value);
  }

  /** The application (client) ID of the portal's app registration. */
  get clientId(): string | undefined {
    return this.#given.clientId ?? this.#attribute("client-id");
  }
  set clientId(value: string | undefined) {
    this.#give("clientId", value);
  }

  /** GUID or verified domain of the one tenant that people sign in to. */
  get tenantId(): string | undefined {
    return this.#given.tenantId ?? this.#attribute("tenant-id");
  }
  set tenantId(value: string | undefined) {
    this.#give("tenantId", value);
  }

  /** Of the package's redirect page on the portal's own origin, as it is registered; it may be relative. */
  get redirectUri(): string | undefined {
    return this.#given.redirectUri ?? this.#attribute("redirect-uri");
  }
  set redirectUri(value: string | undefined) {
    this.#give("redirectUri", value);
  }

  get cloud(): CloudName | undefined {
    return this.#given.cloud ?? (this.#attribute("cloud") as CloudName | undefined);
  }
  set cloud(value: CloudName | undefined) {
    this.#give("cloud", value);
  }

  get locale(): string | undefined {
    return this.#given.locale ?? this.#attribute("locale");
  }
  set locale(value: string | undefined) {
    this.#give("locale", value);
  }

  get theme(): ThemeName | undefined {
    return this.#given.theme ?? (this.#attribute("theme") as ThemeName | undefined);
  }
  set theme(value: ThemeName | undefined) {
    this.#give("theme", value);
  }

  get brandColor(): string | undefined {
    return this.#given.brandColor ?? this.#attribute("brand-color");
  }
  set brandColor(value: string | undefined) {
    this.#give("brandColor", value);
  }

  get historyKey(): string | undefined {
    return this.#given.historyKey ?? this.#attribute("history-key");
  }
  set historyKey(value: string | undefined) {
    this.#give("historyKey", value);
  }

  get poll(): PollOptions | undefined {
    return this.#given.poll;
  }
  set poll(value: PollOptions | undefined) {
    this.#give("poll", value);
  }

  get initialView(): string | undefined {
    return this.#given.initialView;
  }
  set initialView(value: string | undefined) {
    this.#give("initialView", value);
  }

  connectedCallback(): void {
    this.#takeEarlyProperties();
    if (this.#mounted !== null) this.#mounted.move();
    else void this.#mount();
  }

  disconnectedCallback(): void {
    // Whoever moves it takes it out and puts it back in one go.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#takeNoticeAway();
      this.#mounted?.unmount();
      this.#mounted = null;
    });
  }

  attributeChangedCallback(): void {
    this.#update();
  }

  async #mount(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#takeNoticeAway();
    try {
      const { mountMonitor } = await import("../portal/mountMonitor.tsx");
      if (this.isConnected) this.#mounted = mountMonitor(this, this.#options());
    } catch {
      if (this.isConnected) this.#offerAnotherTry();
    } finally {
      this.#isLoading = false;
    }
  }

  /** Without a catalogue: the download that has failed would have brought it. */
  #offerAnotherTry(): void {
    const notice = this.ownerDocument.createElement("p");
    notice.setAttribute("role", "alert");
    const button = this.ownerDocument.createElement("button");
    button.type = "button";
    button.textContent = "Try again";
    button.addEventListener("click", () => void this.#mount());
    notice.append("VPP Revocation Monitor could not be loaded. Try again, or reload the page. ", button);
    this.append(notice);
    this.#notice = notice;
  }

  #takeNoticeAway(): void {
    this.#notice?.remove();
    this.#notice = null;
  }

  #give<Name extends Option>(name: Name, value: Given[Name]): void {
    this.#given[name] = value;
    this.#update();
  }

  /** Several changes at once are one. */
  #update(): void {
    if (this.#isUpdateDue) return;
    this.#isUpdateDue = true;
    queueMicrotask(() => {
      this.#isUpdateDue = false;
      this.#mounted?.update(this.#options());
    });
  }

  #options(): MountOptions {
    const { getAccessToken, cloud, locale, theme, brandColor, historyKey, poll, initialView } = this;
    return {
      getAccessToken,
      signIn: this.#signIn(),
      cloud,
      locale,
      theme,
      brandColor,
      historyKey,
      poll,
      initialView,
      onViewChange: (view) => this.#tell("viewchange", { view }),
      onEvent: ({ type, ...detail }: MonitorEvent) =>
        this.#tell(type, type === "signinrequired" ? null : detail),
    };
  }

  /** Where nothing of it is set, the portal has forgotten to give access tokens. */
  #signIn(): MountOptions["signIn"] {
    const { clientId, tenantId, redirectUri } = this;
    if (clientId === undefined && tenantId === undefined && redirectUri === undefined) return undefined;
    const given = { "client-id": clientId, "tenant-id": tenantId, "redirect-uri": redirectUri };
    return { ...given, openSession: openOwnSession };
  }

  #attribute(name: string): string | undefined {
    return this.getAttribute(name) ?? undefined;
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** A property that was set before the class was known stands on the element itself and hides the accessor. */
  #takeEarlyProperties(): void {
    for (const name of options) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }
}
