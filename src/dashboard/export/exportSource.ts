import type { Revocation } from "../../domain/revocation.ts";
import type { SupportFacts } from "../details/supportText.ts";
import type { RowMark } from "../rowMarks.tsx";
import { defaultViewState, serializeViewState, type ViewState } from "../viewState.ts";
import type { NamesChoice } from "./naming.ts";

/** What is exported, and when; the same for every form. */
export interface ExportSource {
  /** What is filtered, in its order. */
  readonly revocations: readonly Revocation[];
  readonly marksOf: (revocation: Revocation) => readonly RowMark[];
  readonly names: NamesChoice;
  /** Address of the page, without a query string; `null` where no address opens a view. */
  readonly pageUrl: string | null;
  readonly view: ViewState;
  readonly support: SupportFacts;
  /** Epoch ms. */
  readonly at: number;
}

/** Opens the revocation and nothing else; `null` where no address does. */
export function revocationLink(
  { identity }: Revocation,
  { pageUrl, view: { scenario } }: LinkSource,
): string | null {
  if (pageUrl === null) return null;
  return pageUrl + serializeViewState({ ...defaultViewState, action: identity, scenario });
}

/** Opens the list as it is filtered. A search may hold a name, so it goes where names are replaced. */
export function listLink({ pageUrl, view, names }: LinkSource & Pick<ExportSource, "names">): string | null {
  if (pageUrl === null) return null;
  const q = names === "replaced" ? "" : view.q;
  return pageUrl + serializeViewState({ ...view, q, action: null, lang: null, theme: null });
}

type LinkSource = Pick<ExportSource, "pageUrl" | "view">;

/** Begins with "demo" where nothing is real. `extension` without its dot. */
export function fileName({ support: { isDemo }, at }: ExportSource, what: string, extension: string): string {
  return `${isDemo ? "demo-" : ""}${what}-${dayText(at)}.${extension}`;
}

/** The calendar day where the person is, in digits that sort. */
function dayText(now: number): string {
  const date = new Date(now);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}
