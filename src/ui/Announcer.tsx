import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

interface AnnouncerProps {
  /** Spoken politely whenever it changes; never shown. */
  readonly message: string;
  /** It stands in a live region that speaks for it. */
  readonly isInRegion?: boolean;
}

export function Announcer({ message, isInRegion = false }: AnnouncerProps) {
  const styles = useStyles();
  return (
    <div aria-live={isInRegion ? undefined : "polite"} aria-atomic="true" className={styles.hidden}>
      {message}
    </div>
  );
}
