import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { useRef } from "react";
import { revocationKey } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { Popout } from "../../ui/Popout.tsx";
import { Printed } from "../../ui/Printed.tsx";
import { usePrinting } from "../../ui/usePrinting.ts";
import { Glossary } from "../glossary/Glossary.tsx";
import { ExportPanel } from "./ExportPanel.tsx";
import type { ExportMenuProps } from "./exportMenuProps.ts";
import type { ExportSource } from "./exportSource.ts";
import { type PrintJob, PrintReport } from "./PrintReport.tsx";
import { useExportSource } from "./useExportSource.ts";
import { useIncidentWords } from "./useIncidentWords.ts";

/** Takes along what the list shows; prints it, also by the browser's own command. */
export function ExportMenu(props: ExportMenuProps) {
  const styles = useStyles();
  const text = useText();
  const root = useRef<HTMLSpanElement>(null);
  const words = useIncidentWords(props.adminCenterUrl);
  const sourceOf = useExportSource(props);
  const { job, print } = usePrinting(() => usualJob(sourceOf("names")));
  const document = root.current?.ownerDocument;
  return (
    <span ref={root} className={styles.root}>
      <Glossary appearance="icon" sections={listSections} />
      <Popout
        label={text("export.title")}
        className={styles.panel}
        trigger={(button) => (
          <Button {...button} icon={<ChevronDownRegular />} iconPosition="after" className={styles.button}>
            {text("export.title")}
          </Button>
        )}
      >
        {() => <ExportPanel {...props} sourceOf={sourceOf} words={words} onPrint={print} />}
      </Popout>
      {job !== null && document !== undefined && (
        <Printed document={document}>
          <PrintReport {...job} words={words} />
        </Printed>
      )}
    </span>
  );
}

const listSections = ["group", "number", "state", "mark"] as const;

/** Whoever prints the page with a revocation opened means that one. */
function usualJob(source: ExportSource): PrintJob {
  const { action } = source.view;
  const key = action === null || action === "unreadable" ? null : revocationKey(action);
  const opened = source.revocations.filter((revocation) => revocation.key === key);
  return opened.length > 0
    ? { source: { ...source, revocations: opened }, author: null, isList: false }
    : { source, author: null, isList: true };
}

const useStyles = makeStyles({
  root: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  button: { minHeight: "36px", flexShrink: 0 },
  panel: { width: "360px" },
});
