import { redactText } from "../graph/redact.ts";
import { useOwnPage } from "../ui/ownPage.ts";

/** Speaks without a catalogue, because the catalogue itself may be what could not be loaded. */
const words = {
  en: {
    title: "The page could not be shown",
    whatToDo:
      "Nothing in Intune was changed. Try again or reload the page; if this returns, give the text below to support.",
    reload: "Reload",
    again: "Try again",
  },
  ru: {
    title: "Не удалось показать страницу",
    whatToDo:
      "В Intune ничего не изменилось. Повторите попытку или обновите страницу; если ошибка повторится, передайте текст ниже в поддержку.",
    reload: "Обновить",
    again: "Повторить попытку",
  },
} as const;

interface LastResortProps {
  readonly error: unknown;
  /** Renders once more, where the page is not ours to reload. */
  readonly onAgain: () => void;
}

export function LastResort({ error, onAgain }: LastResortProps) {
  const isOwnPage = useOwnPage();
  const { title, whatToDo, reload, again } = words[navigator.language.startsWith("ru") ? "ru" : "en"];
  return (
    <main>
      <div role="alert" style={lookOfItsOwn}>
        <h1>{title}</h1>
        <p>{whatToDo}</p>
        <pre style={wrapped}>{redactText(String(error)).slice(0, 500)}</pre>
        <button type="button" onClick={() => (isOwnPage ? location.reload() : onAgain())}>
          {isOwnPage ? reload : again}
        </button>
      </div>
    </main>
  );
}

/** No theme either: it may be what could not be loaded. */
const lookOfItsOwn = { padding: 24, maxWidth: 640, font: "16px/1.5 system-ui, sans-serif" };
const wrapped = { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } as const;
