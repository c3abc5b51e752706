import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { useState } from "react";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { useClock } from "../../monitor/clock.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Popout } from "../../ui/Popout.tsx";
import { useSaveFile } from "../../ui/useSaveFile.ts";
import type { SupportFacts } from "../details/supportText.ts";
import type { ViewState } from "../viewState.ts";
import { type ExportSource, fileName } from "./exportSource.ts";
import { incidentMarkdown } from "./markdownSummary.ts";
import { NamesField } from "./NamesField.tsx";
import type { NamesChoice } from "./naming.ts";
import { useIncidentWords } from "./useIncidentWords.ts";

export interface TicketMenuProps {
  readonly revocation: Revocation;
  readonly support: SupportFacts;
  readonly adminCenterUrl: string;
  /** Address of the page, without a query string; `null` where no address opens a view. */
  readonly pageUrl: string | null;
  readonly view: ViewState;
}

/** One revocation as Markdown, to be pasted into a ticket or saved. */
export function TicketMenu(props: TicketMenuProps) {
  const text = useText();
  return (
    <Popout
      label={text("export.ticket")}
      trigger={(button) => (
        <Button {...button} size="small" icon={<ChevronDownRegular />} iconPosition="after">
          {text("export.ticket")}
        </Button>
      )}
    >
      {() => <TicketPanel {...props} />}
    </Popout>
  );
}

function TicketPanel({ revocation, adminCenterUrl, ...given }: TicketMenuProps) {
  const styles = useStyles();
  const text = useText();
  const clock = useClock();
  const saveFile = useSaveFile();
  const words = useIncidentWords(adminCenterUrl);
  const [names, setNames] = useState<NamesChoice>("names");
  const source = (): ExportSource => ({
    ...given,
    revocations: [revocation],
    names,
    at: clock(),
    marksOf: () => [],
  });
  const save = (document: Document) => {
    const exported = source();
    const name = fileName(exported, "vpp-revocation", "md");
    saveFile(document, name, [incidentMarkdown(revocation, exported, words)], "text/markdown;charset=utf-8");
  };
  return (
    <div className={styles.root}>
      <p className={styles.help}>{text("export.ticketHelp")}</p>
      <NamesField names={names} onChange={setNames} />
      <div className={styles.actions}>
        <CopyButton
          text={() => incidentMarkdown(revocation, source(), words)}
          label={text("export.copyMarkdown")}
        />
        <Button size="small" onClick={({ currentTarget }) => save(currentTarget.ownerDocument)}>
          {text("export.saveMarkdown")}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  help: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
