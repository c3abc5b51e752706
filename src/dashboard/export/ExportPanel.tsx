import { makeStyles, tokens } from "@fluentui/react-components";
import { BracesRegular } from "@fluentui/react-icons/svg/braces";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { MarkdownRegular } from "@fluentui/react-icons/svg/markdown";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { type ReactNode, useState } from "react";
import { useText } from "../../i18n/useText.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { useFollowed } from "../../ui/live.ts";
import { ExportAction } from "./ExportAction.tsx";
import { ExportOutcome } from "./ExportOutcome.tsx";
import { csvParts, jsonParts } from "./exportFiles.ts";
import type { ExportMenuProps } from "./exportMenuProps.ts";
import { type ExportSource, fileName } from "./exportSource.ts";
import { listMarkdown } from "./markdownSummary.ts";
import { NamesField } from "./NamesField.tsx";
import type { NamesChoice } from "./naming.ts";
import type { PrintJob } from "./PrintReport.tsx";
import { useExportWork } from "./useExportWork.ts";
import type { IncidentWords } from "./useIncidentWords.ts";

interface ExportPanelProps extends ExportMenuProps {
  readonly sourceOf: (names: NamesChoice) => ExportSource;
  readonly words: IncidentWords;
  /** `null` where the page is not ours to print. */
  readonly onPrint: ((job: PrintJob) => void) | null;
}

/** What is exported, under which names, and into what. */
export function ExportPanel(props: ExportPanelProps) {
  const { revocations, isPartial, username, sourceOf, words, onPrint } = props;
  const styles = useStyles();
  const text = useText();
  const { work, save } = useExportWork();
  const [names, setNames] = useState<NamesChoice>("names");
  const [isWithMark, setWithMark] = useState(true);
  const [isSigned, setSigned] = useState(false);
  const count = useFollowed(revocations).length;
  const isIdle = work.kind !== "busy" && count > 0;
  const source = () => sourceOf(names);
  const saveCsv = (document: Document) => {
    const exported = source();
    return save(document, {
      name: fileName(exported, "vpp-revocations", "csv"),
      type: "text/csv;charset=utf-8",
      parts: (onProgress) => csvParts(exported, isWithMark, onProgress),
    });
  };
  const saveJson = (document: Document) => {
    const exported = source();
    return save(document, {
      name: fileName(exported, "vpp-revocations", "json"),
      type: "application/json",
      parts: (onProgress) => jsonParts(exported, onProgress),
    });
  };
  const saveMarkdown = (document: Document) => {
    const exported = source();
    return save(document, {
      name: fileName(exported, "vpp-revocations", "md"),
      type: "text/markdown;charset=utf-8",
      parts: async () => [listMarkdown(exported, words)],
    });
  };
  return (
    <div className={styles.root}>
      <p className={styles.what}>
        {text(count === 0 ? "export.nothing" : "export.what", { count })}
        {isPartial && count > 0 && ` ${text("export.partly")}`}
      </p>
      <NamesField names={names} onChange={setNames} />
      <div className={styles.actions}>
        <ExportAction
          label={text("export.csv")}
          help={text("export.csvHelp")}
          icon={<DocumentTableRegular />}
          isEnabled={isIdle}
          onPress={saveCsv}
        >
          <Option isChecked={isWithMark} onChange={setWithMark}>
            {text("export.byteOrderMark")}
          </Option>
        </ExportAction>
        <ExportAction
          label={text("export.json")}
          help={text("export.jsonHelp")}
          icon={<BracesRegular />}
          isEnabled={isIdle}
          onPress={saveJson}
        />
        <ExportAction
          label={text("export.markdown")}
          help={text("export.markdownHelp")}
          icon={<MarkdownRegular />}
          isEnabled={isIdle}
          onPress={saveMarkdown}
        >
          {count > 0 && (
            <CopyButton text={() => listMarkdown(source(), words)} label={text("export.copyMarkdown")} />
          )}
        </ExportAction>
        {onPrint !== null && (
          <ExportAction
            label={text("export.print")}
            help={text("export.printHelp")}
            icon={<PrintRegular />}
            isEnabled={isIdle}
            onPress={() => onPrint({ source: source(), author: isSigned ? username : null, isList: true })}
          >
            <Option isChecked={isSigned} onChange={setSigned}>
              {text("export.withAuthor", { name: username })}
            </Option>
          </ExportAction>
        )}
      </div>
      <ExportOutcome work={work} count={count} />
    </div>
  );
}

interface OptionProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
}

function Option({ isChecked, onChange, children }: OptionProps) {
  const styles = useStyles();
  return (
    <label className={styles.option}>
      <input
        type="checkbox"
        className={styles.box}
        checked={isChecked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {children}
    </label>
  );
}

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  what: { margin: 0 },
  actions: { display: "grid", rowGap: tokens.spacingVerticalS },
  option: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
  },
  box: {
    flexShrink: 0,
    margin: 0,
    width: "16px",
    height: "16px",
    accentColor: tokens.colorCompoundBrandBackground,
  },
});
