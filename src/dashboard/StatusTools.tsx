import { useText } from "../i18n/useText.ts";
import type { History } from "../monitor/history/history.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { PanelButton } from "../ui/PanelButton.tsx";
import { HistoryPanel } from "./HistoryPanel.tsx";
import { RequestFigures } from "./RequestFigures.tsx";

interface StatusToolsProps {
  readonly watch: RevocationWatch;
  /** What was observed; `null` until it is open. */
  readonly history: History | null;
}

/** Behind the status line: what watching costs the tenant, and where what was observed is kept. */
export function StatusTools({ watch: { meter, plan }, history }: StatusToolsProps) {
  const text = useText();
  return (
    <>
      {meter !== null && (
        <PanelButton label={text("status.requests")}>
          <RequestFigures meter={meter} plan={plan} />
        </PanelButton>
      )}
      {history !== null && (
        <PanelButton label={text("status.history")}>
          <HistoryPanel history={history} />
        </PanelButton>
      )}
    </>
  );
}
