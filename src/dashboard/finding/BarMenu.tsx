import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { memo, type ReactNode } from "react";
import { useText } from "../../i18n/useText.ts";
import { Popout, type PopoutTrigger } from "../../ui/Popout.tsx";

interface BarMenuProps {
  readonly label: string;
  /** Given to a filter: how many of its choices are in use. */
  readonly count?: number;
  /** Rendered only while open. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button of the bar and what it opens. */
export function BarMenu({ label, count, children }: BarMenuProps) {
  const styles = useStyles();
  return (
    <Popout
      label={label}
      className={styles.panel}
      trigger={(button) => <BarButton button={button} label={label} count={count} />}
    >
      {children}
    </Popout>
  );
}

interface BarButtonProps extends Pick<BarMenuProps, "label"> {
  readonly button: PopoutTrigger;
  readonly count: number | undefined;
}

/** Apart, since nothing that is asked in another menu, and no key of a search, changes it. */
const BarButton = memo(function BarButton({ button, label, count }: BarButtonProps) {
  const styles = useStyles();
  const text = useText();
  const shown = text("finding.button", { label, count: count ?? 0 });
  return (
    <Button
      {...button}
      icon={<ChevronDownRegular />}
      iconPosition="after"
      // Columns of the table have the same words on their buttons.
      aria-label={count === undefined ? undefined : text("finding.filterBy", { field: shown })}
      className={count ? styles.inUse : styles.button}
    >
      {shown}
    </Button>
  );
});

const button = {
  minWidth: 0,
  minHeight: "36px",
  paddingInline: tokens.spacingHorizontalSNudge,
  fontWeight: tokens.fontWeightRegular,
  whiteSpace: "nowrap",
} as const;

const useStyles = makeStyles({
  button,
  inUse: {
    ...button,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    ":hover": { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorNeutralForeground1 },
  },
  panel: { minWidth: "240px", padding: tokens.spacingHorizontalM },
});
