import type { Revocation } from "../../domain/revocation.ts";
import type { Live } from "../../ui/live.ts";
import type { SupportFacts } from "../details/supportText.ts";
import type { ViewState } from "../viewState.ts";

export interface ExportMenuProps {
  /** What is filtered, in its order. */
  readonly revocations: Live<readonly Revocation[]>;
  /** The first read goes on, so there may be more. */
  readonly isPartial: boolean;
  readonly view: Live<ViewState>;
  /** Address of the page, without a query string; `null` where no address opens a view. */
  readonly pageUrl: string | null;
  readonly support: Live<SupportFacts>;
  readonly adminCenterUrl: string;
  /** Whose sign-in name a printed report may carry. */
  readonly username: string;
}
