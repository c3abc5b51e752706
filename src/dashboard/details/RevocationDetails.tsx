import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type KeyboardEvent, useId } from "react";
import { useText } from "../../i18n/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { DetailsHead } from "./DetailsHead.tsx";
import { type DetailsProps, useDetailsParts } from "./detailsParts.tsx";
import { RevocationPage } from "./RevocationPage.tsx";

interface RevocationDetailsProps extends DetailsProps {
  /** A link has opened it, for a ticket: there is no list beside it. */
  readonly isAlone?: boolean;
}

/** One mount a revocation: another one starts at the top, closed sections closed, with the focus on its name. */
export function RevocationDetails({ isAlone = false, ...props }: RevocationDetailsProps) {
  const Shown = isAlone ? RevocationPage : RevocationPanel;
  return <Shown key={props.revocation.key} {...props} />;
}

/**
 * The opened revocation. Beside the table it is a region like any other, so the table stays usable; on a narrow
 * page it takes the whole width, and whoever shows it hides the list meanwhile and scrolls it. Plain layout, since a
 * drawer would bring a portal, a focus trap and their weight for neither. Escape closes it from anywhere within.
 */
function RevocationPanel(props: DetailsProps) {
  const { revocation, onClose } = props;
  const text = useText();
  const styles = useStyles();
  const headingId = useId();
  const { now, explanation, timeline, folded, copying } = useDetailsParts(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside
      className={styles.root}
      aria-labelledby={headingId}
      // A click on plain text keeps the focus in here, so that Escape still finds its way.
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <DetailsHead revocation={revocation} headingId={headingId} now={now} isBesideList>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={text("details.close")}
          onClick={onClose}
        />
      </DetailsHead>
      {explanation}
      {timeline}
      <div>
        {(["deviceUsers", "call", "numbers", "raw"] as const).map((part) => (
          <Disclosure key={part} title={text(`details.${part}`)}>
            {folded[part]}
          </Disclosure>
        ))}
      </div>
      <footer className={styles.footer}>{copying}</footer>
    </aside>
  );
}

const useStyles = makeStyles({
  root: {
    boxSizing: "border-box",
    width: "clamp(400px, 34vw, 560px)",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    rowGap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderInlineStartWidth: "1px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ":focus": { outline: "none" },
    "@media (max-width: 1023.98px)": {
      width: "100%",
      borderInlineStartStyle: "none",
      padding: 0,
    },
  },
  footer: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});
