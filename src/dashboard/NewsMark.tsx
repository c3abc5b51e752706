import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../i18n/useText.ts";
import type { News } from "../monitor/history/news.ts";

/** That something of a row is new since somebody last looked. What is gone says so by itself. */
export function NewsMark({ news }: { readonly news: News }) {
  const styles = useStyles();
  const text = useText();
  return (
    <span className={styles.mark}>
      <span aria-hidden className={styles.dot} />
      {text(news === "new" ? "news.new" : "news.changed")}
    </span>
  );
}

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  dot: {
    width: "8px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: "currentColor",
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
});
