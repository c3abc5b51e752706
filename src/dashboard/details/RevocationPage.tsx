import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AppsListRegular } from "@fluentui/react-icons/svg/apps-list";
import { useId } from "react";
import { useText } from "../../i18n/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TicketPrinting } from "../export/TicketPrinting.tsx";
import { DetailsHead } from "./DetailsHead.tsx";
import { type DetailsProps, useDetailsParts } from "./detailsParts.tsx";
import { Section } from "./Section.tsx";

/** The revocation that a link has opened, alone and with everything unfolded: what a helpdesk reads with a ticket. */
export function RevocationPage(props: DetailsProps) {
  const { revocation, onClose } = props;
  const text = useText();
  const styles = useStyles();
  const headingId = useId();
  const { now, explanation, timeline, folded, copying } = useDetailsParts(props);
  return (
    <article className={styles.root} aria-labelledby={headingId}>
      <div className={styles.tools}>
        <Button icon={<AppsListRegular />} onClick={onClose}>
          {text("details.showAll")}
        </Button>
        {copying}
        <TicketPrinting {...props} />
      </div>
      <DetailsHead revocation={revocation} headingId={headingId} now={now} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {explanation}
          <Section title={text("details.call")}>{folded.call}</Section>
        </div>
        <div className={mergeClasses(styles.column, styles.second)}>
          <Section title={text("details.tell")}>{folded.deviceUsers}</Section>
          {timeline}
          <Section title={text("details.numbers")}>{folded.numbers}</Section>
        </div>
      </div>
      <Disclosure title={text("details.raw")}>{folded.raw}</Disclosure>
    </article>
  );
}

const wide = "@media (min-width: 1024px)";

const useStyles = makeStyles({
  root: {
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "1200px",
    marginInline: "auto",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    rowGap: tokens.spacingVerticalXL,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  tools: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalXXL,
    columnGap: "48px",
    [wide]: { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)" },
  },
  column: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    rowGap: tokens.spacingVerticalXXL,
    minWidth: 0,
  },
  second: {
    [wide]: {
      paddingInlineStart: "48px",
      borderInlineStartWidth: "1px",
      borderInlineStartStyle: "solid",
      borderInlineStartColor: tokens.colorNeutralStroke2,
    },
  },
});
