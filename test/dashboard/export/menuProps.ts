import type { ExportMenuProps } from "../../../src/dashboard/export/exportMenuProps.ts";
import { defaultViewState } from "../../../src/dashboard/viewState.ts";
import type { Revocation } from "../../../src/domain/revocation.ts";
import { stillLive } from "../../support/stillLive.ts";
import { supportFacts } from "../details/renderDetails.tsx";

/** The export of a list that shows these. */
export function menuProps(revocations: readonly Revocation[]): ExportMenuProps {
  return {
    revocations: stillLive(revocations),
    isPartial: false,
    view: stillLive(defaultViewState),
    pageUrl: "https://monitor.contoso.com/",
    support: stillLive(supportFacts),
    adminCenterUrl: "https://intune.example",
    username: "ada@contoso.com",
  };
}
