import { makeStyles, mergeClasses } from "@fluentui/react-components";

const useStyles = makeStyles({
  clipped: {
    display: "block",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  wrapped: { overflowWrap: "anywhere" },
});

interface BidiTextProps {
  /** Text from elsewhere: any script, any length, any characters. */
  readonly text: string;
  /** `clip`: one line, the rest in the title. `wrap`: all of it, broken anywhere. */
  readonly overflow?: "clip" | "wrap";
  readonly className?: string | undefined;
}

/** Foreign text that can neither turn the direction of its surroundings nor break the layout. */
export function BidiText({ text, overflow = "clip", className }: BidiTextProps) {
  const styles = useStyles();
  return (
    <bdi
      className={mergeClasses(overflow === "clip" ? styles.clipped : styles.wrapped, className)}
      title={overflow === "clip" ? text : undefined}
    >
      {text}
    </bdi>
  );
}
