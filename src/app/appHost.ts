import type { Theme } from "@fluentui/react-components";
import type { KeptText } from "../dashboard/finding/savedViews.ts";
import type { RevocationEventKind } from "../domain/revocationEvents.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import type { OpenSession } from "./connection.ts";
import type { Start, StartOptions } from "./startApp.ts";

/** What a person chose to keep between visits. */
export interface Preferences {
  readonly lang: string | null;
  readonly theme: string | null;
  /** Whatever the dashboard keeps; it reads it with care. */
  readonly personal?: unknown;
}

export interface PageInfo {
  readonly title: string;
  /** What goes on in the tenant, for the page's icon. */
  readonly icon: "idle" | "running" | "attention" | "both";
  /** BCP 47 tag of the words on the page. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

/** What surroundings may want to hear of. */
export type HostEvent =
  | {
      /** A revocation ended or stands still. */
      readonly type: "revocationchange";
      readonly kind: RevocationEventKind;
      /** Epoch ms. */
      readonly happenedAt: number;
      /** The query string of the view that opens it. */
      readonly view: string;
    }
  /** Reading waits for a person. */
  | { readonly type: "signinrequired" };

/** The surroundings of the app, as a host provides them. The app itself never reads or writes a URL or a title. */
export interface AppHost {
  /** `startApp`, or what takes its place. */
  begin(options: StartOptions): Promise<Start>;
  /** Absolute URL of the page without its query; links that are copied begin with it. `null`: no address opens a view. */
  readonly pageUrl: string | null;
  /** The query string that holds the view state. */
  readonly search: string;
  /** The view came with the address, as a link in a ticket brings it: nobody went to it from within the app. */
  readonly isFromLink: boolean;
  /** `push` makes a step that Back undoes. */
  navigate(search: string, mode: "push" | "replace"): void;
  readonly preferences: Preferences;
  savePreferences(preferences: Preferences): void;
  /** A text that this browser keeps under a name; the same object for the same name. */
  keptText(name: string): KeptText;
  /** Called when the title, icon, language or direction that belongs to the view changes. */
  onPageInfo(info: PageInfo): void;
  /** Given in place of `config.json`. */
  readonly config?: AppConfig | undefined;
  /** Signs in to a tenant; without it the whole page does, by redirect. */
  readonly openSession?: OpenSession | undefined;
  /** Whether the surroundings choose, so that nobody is asked here. */
  readonly chooses?: { readonly lang: boolean; readonly theme: boolean };
  readonly onEvent?: (event: HostEvent) => void;
  /** Of the surroundings, as `#rgb` or `#rrggbb`, in place of Fluent's. */
  readonly brandColor?: string | undefined;
  /** Called before the page is painted in a theme. */
  readonly onTheme?: (theme: Theme) => void;
}
