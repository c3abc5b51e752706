import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { useId } from "react";
import { useText } from "../../i18n/useText.ts";
import { columnLabels } from "../TableHeader.tsx";
import type { PatchView } from "../useViewPatch.ts";
import { defaultViewState, densities, type SortColumn, sortColumns, type ViewState } from "../viewState.ts";
import { BarMenu } from "./BarMenu.tsx";
import { useCheckStyles } from "./CheckList.tsx";

interface TableMenuProps {
  readonly view: ViewState;
  readonly patchView: PatchView;
}

/** How the table is laid out: which columns, in which order, how close. */
export function TableMenu({ view, patchView }: TableMenuProps) {
  const styles = useStyles();
  const text = useText();
  const { columns, density } = defaultViewState;
  return (
    <BarMenu label={text("finding.table")}>
      {() => (
        <div className={styles.root}>
          <Columns columns={view.columns} onChange={(next) => patchView({ columns: next })} />
          <Densities view={view} patchView={patchView} />
          <Button size="small" onClick={() => patchView({ columns, density })}>
            {text("finding.resetTable")}
          </Button>
        </div>
      )}
    </BarMenu>
  );
}

interface ColumnsProps {
  readonly columns: readonly SortColumn[];
  readonly onChange: (columns: readonly SortColumn[]) => void;
}

function Columns({ columns, onChange }: ColumnsProps) {
  const check = useCheckStyles();
  const styles = useStyles();
  const text = useText();
  const others = sortColumns.filter((column) => !columns.includes(column));
  return (
    <fieldset className={check.list}>
      <legend className={styles.legend}>{text("finding.columns")}</legend>
      {[...columns, ...others].map((column, index) => (
        <div key={column} className={styles.column}>
          <label className={mergeClasses(check.choice, styles.name)}>
            <input
              type="checkbox"
              className={check.box}
              checked={columns.includes(column)}
              // It holds the button that opens the revocation.
              disabled={column === "token"}
              onChange={({ target }) =>
                onChange(target.checked ? [...columns, column] : columns.filter((other) => other !== column))
              }
            />
            {text(columnLabels[column])}
          </label>
          {index > 0 && index < columns.length && (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowUpRegular />}
              aria-label={text("finding.moveUp", { column: text(columnLabels[column]) })}
              onClick={() => onChange(movedUp(columns, index))}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

function Densities({ view, patchView }: TableMenuProps) {
  const check = useCheckStyles();
  const styles = useStyles();
  const text = useText();
  const name = useId();
  return (
    <fieldset className={check.list}>
      <legend className={styles.legend}>{text("finding.density")}</legend>
      {densities.map((density) => (
        <label key={density} className={check.choice}>
          <input
            type="radio"
            name={name}
            className={check.box}
            checked={view.density === density}
            onChange={() => patchView({ density })}
          />
          {text(`finding.density.${density}`)}
        </label>
      ))}
    </fieldset>
  );
}

function movedUp(columns: readonly SortColumn[], index: number): readonly SortColumn[] {
  const moved = [...columns];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  column: { display: "flex", alignItems: "center" },
  name: { flexGrow: 1 },
});
