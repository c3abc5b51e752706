/** What a person chose to keep between visits. */
export interface Preferences {
  readonly lang: string | null;
  readonly theme: string | null;
}

export interface PageInfo {
  readonly title: string;
  /** BCP 47 tag of the words on the page. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}

/** The surroundings of the app, as a host provides them. The app itself never reads or writes a URL or a title. */
export interface AppHost {
  /** Absolute URL of the page without its query; links that are copied begin with it. */
  readonly pageUrl: string;
  /** The query string that holds the view state. */
  readonly search: string;
  /** `push` makes a step that Back undoes. */
  navigate(search: string, mode: "push" | "replace"): void;
  readonly preferences: Preferences;
  savePreferences(preferences: Preferences): void;
  /** Called when the title, language or direction that belongs to the view changes. */
  onPageInfo(info: PageInfo): void;
}
