import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  shell: { minHeight: "var(--page-height, 100vh)", backgroundColor: tokens.colorNeutralBackground1 },
  bar: { height: "48px", borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
});

/** What is painted before configuration and language are known: the page's own colours, no words, no jump. */
export function ShellSkeleton() {
  const styles = useStyles();
  return (
    <div className={styles.shell} aria-busy="true">
      <div className={styles.bar} />
    </div>
  );
}
