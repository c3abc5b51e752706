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
}

export function Announcer({ message }: AnnouncerProps) {
  const styles = useStyles();
  return (
    <div aria-live="polite" aria-atomic="true" className={styles.hidden}>
      {message}
    </div>
  );
}
