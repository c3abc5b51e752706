import { Button } from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { useRef } from "react";
import { useText } from "../../i18n/useText.ts";
import { useClock } from "../../monitor/clock.tsx";
import { Printed } from "../../ui/Printed.tsx";
import { usePrinting } from "../../ui/usePrinting.ts";
import { type PrintJob, PrintReport } from "./PrintReport.tsx";
import type { TicketMenuProps } from "./TicketMenu.tsx";
import { useIncidentWords } from "./useIncidentWords.ts";

/** Prints the revocation where no list beside it could; also by the browser's own command. */
export function TicketPrinting({ revocation, adminCenterUrl, support, pageUrl, view }: TicketMenuProps) {
  const text = useText();
  const clock = useClock();
  const words = useIncidentWords(adminCenterUrl);
  const root = useRef<HTMLSpanElement>(null);
  const newJob = (): PrintJob => ({
    source: {
      revocations: [revocation],
      marksOf: () => [],
      names: "names",
      pageUrl,
      view,
      support,
      at: clock(),
    },
    author: null,
    isList: false,
  });
  const { job, print } = usePrinting(newJob);
  return (
    <span ref={root}>
      {print !== null && (
        <Button size="small" icon={<PrintRegular />} onClick={() => print(newJob())}>
          {text("export.print")}
        </Button>
      )}
      {job !== null && root.current !== null && (
        <Printed document={root.current.ownerDocument}>
          <PrintReport {...job} words={words} />
        </Printed>
      )}
    </span>
  );
}
