import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { takesLostFocus } from "../../ui/lostFocus.ts";
import type { PatchView } from "../useViewPatch.ts";
import type { ViewState } from "../viewState.ts";
import { BarMenu } from "./BarMenu.tsx";
import {
  cleanName,
  type KeptText,
  mostViews,
  renamedView,
  type SavedView,
  savedPatch,
  savedSearch,
  withoutView,
  withView,
} from "./savedViews.ts";
import { useSavedViews } from "./useSavedViews.ts";

interface ViewsMenuProps {
  readonly view: ViewState;
  readonly patchView: PatchView;
  readonly kept: KeptText;
}

/** Views under names of one's own: to apply, save, rename and delete. */
export function ViewsMenu(props: ViewsMenuProps) {
  const text = useText();
  return (
    <BarMenu label={text("views.title")}>{(close) => <ViewsPanel {...props} onClose={close} />}</BarMenu>
  );
}

function ViewsPanel({ view, patchView, kept, onClose }: ViewsMenuProps & { readonly onClose: () => void }) {
  const styles = useStyles();
  const text = useText();
  const { views, isKept, change } = useSavedViews(kept);
  const [deleted, setDeleted] = useState<SavedView | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const remove = (gone: SavedView) => {
    field.current?.focus();
    setDeleted(gone);
    change((before) => withoutView(before, gone.name));
  };
  return (
    <div className={styles.root}>
      {views.length === 0 && deleted === null && <p className={styles.help}>{text("views.none")}</p>}
      {views.length > 0 && (
        <ul className={styles.list} aria-label={text("views.title")}>
          {views.map((saved) => (
            <ViewItem
              key={saved.name}
              saved={saved}
              isCurrent={saved.search === savedSearch(view)}
              isTaken={(name) => views.some((other) => other.name === name)}
              onApply={() => {
                patchView(savedPatch(saved.search));
                onClose();
              }}
              onRename={(name) => change((before) => renamedView(before, saved.name, name))}
              onDelete={() => remove(saved)}
            />
          ))}
        </ul>
      )}
      <div aria-live="polite">
        {deleted !== null && (
          <p className={styles.deleted}>
            <BidiText text={text("views.deleted", { name: deleted.name })} overflow="wrap" />
            <Button
              size="small"
              onClick={() => {
                change((before) => withView(before, deleted));
                setDeleted(null);
                field.current?.focus();
              }}
            >
              {text("views.undo")}
            </Button>
          </p>
        )}
        {!isKept && <p className={styles.help}>{text("views.notKept")}</p>}
      </div>
      <SaveForm
        field={field}
        views={views}
        onSave={(name) => change((before) => withView(before, { name, search: savedSearch(view) }))}
      />
    </div>
  );
}

interface SaveFormProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly views: readonly SavedView[];
  readonly onSave: (name: string) => void;
}

function SaveForm({ field, views, onSave }: SaveFormProps) {
  const styles = useStyles();
  const text = useText();
  const [typed, setTyped] = useState("");
  const name = cleanName(typed);
  const isTaken = views.some((view) => view.name === name);
  const isFull = views.length >= mostViews && !isTaken;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name === "" || isFull) return;
    onSave(name);
    setTyped("");
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <label className={styles.label}>
        {text("views.name")}
        <input
          ref={field}
          type="text"
          className={styles.field}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <Button type="submit" appearance="primary" disabled={name === "" || isFull}>
        {text(isTaken ? "views.replace" : "views.save")}
      </Button>
      {isFull && <p className={styles.help}>{text("views.full", { most: mostViews })}</p>}
    </form>
  );
}

interface ViewItemProps {
  readonly saved: SavedView;
  readonly isCurrent: boolean;
  readonly isTaken: (name: string) => boolean;
  readonly onApply: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

function ViewItem({ saved, isCurrent, isTaken, onApply, onRename, onDelete }: ViewItemProps) {
  const styles = useStyles();
  const text = useText();
  const [isRenaming, setRenaming] = useState(false);
  const { name } = saved;
  if (isRenaming) {
    return (
      <li className={styles.item}>
        <RenameForm
          name={name}
          isTaken={isTaken}
          onEnd={(newName) => {
            setRenaming(false);
            if (newName !== null) onRename(newName);
          }}
        />
      </li>
    );
  }
  return (
    <li className={styles.item}>
      <button
        type="button"
        aria-current={isCurrent}
        className={mergeClasses(styles.name, isCurrent && styles.current)}
        onClick={onApply}
      >
        <BidiText text={name} />
      </button>
      <Button
        size="small"
        appearance="subtle"
        icon={<EditRegular />}
        aria-label={text("views.rename", { name })}
        {...takesLostFocus}
        onClick={() => setRenaming(true)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={text("views.delete", { name })}
        onClick={onDelete}
      />
    </li>
  );
}

interface RenameFormProps {
  readonly name: string;
  readonly isTaken: (name: string) => boolean;
  /** `null`: as it was. */
  readonly onEnd: (name: string | null) => void;
}

function RenameForm({ name, isTaken, onEnd }: RenameFormProps) {
  const styles = useStyles();
  const text = useText();
  const [typed, setTyped] = useState(name);
  const newName = cleanName(typed);
  const isRefused = newName !== name && isTaken(newName);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRefused) onEnd(newName === "" ? null : newName);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onEnd(null);
      }}
    >
      <input
        type="text"
        ref={focusAndSelect}
        className={styles.field}
        aria-label={text("views.newName", { name })}
        aria-invalid={isRefused}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" disabled={isRefused}>
        {text("views.save")}
      </Button>
      {isRefused && <p className={styles.help}>{text("views.taken")}</p>}
    </form>
  );
}

function focusAndSelect(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalM, width: "300px", maxWidth: "100%" },
  help: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: "none", minWidth: 0 },
  item: { display: "flex", alignItems: "center", minWidth: 0 },
  name: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: "32px",
    paddingInline: tokens.spacingHorizontalXS,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ":hover > *": { color: "inherit" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { fontWeight: tokens.fontWeightSemibold },
  deleted: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  form: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "end",
    gap: tokens.spacingHorizontalS,
    flexGrow: 1,
  },
  label: { display: "grid", flexGrow: 1, flexBasis: "160px" },
  field: {
    flexGrow: 1,
    flexBasis: "160px",
    minWidth: 0,
    height: "32px",
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
});
