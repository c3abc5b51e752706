import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { redactText } from "../graph/redact.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    maxWidth: "640px",
    padding: tokens.spacingHorizontalXXL,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  details: {
    margin: 0,
    maxWidth: "100%",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground2,
  },
});

/** Speaks without a catalogue, because the catalogue itself may be what could not be loaded. */
const words = {
  en: {
    title: "The page could not be shown",
    whatToDo:
      "Nothing in Intune was changed. Reload the page; if this returns, give the text below to support.",
    reload: "Reload",
  },
  ru: {
    title: "Не удалось показать страницу",
    whatToDo:
      "В Intune ничего не изменилось. Обновите страницу; если ошибка повторится, передайте текст ниже в поддержку.",
    reload: "Обновить",
  },
} as const;

export function LastResort({ error }: { readonly error: unknown }) {
  const styles = useStyles();
  const { title, whatToDo, reload } = words[navigator.language.startsWith("ru") ? "ru" : "en"];
  return (
    <main className={styles.page} role="alert">
      <h1 className={styles.heading}>{title}</h1>
      <p className={styles.details}>{whatToDo}</p>
      <pre className={styles.details}>{redactText(String(error)).slice(0, 500)}</pre>
      <Button appearance="primary" onClick={() => location.reload()}>
        {reload}
      </Button>
    </main>
  );
}
