/** Speaks without a catalogue and shows no data: whoever frames this page may be anybody. */
export function FramedRefusal() {
  const words = navigator.language.startsWith("ru") ? ru : en;
  return (
    <main lang={words.lang} className="refusal">
      <h1>{words.title}</h1>
      <p>{words.whatToDo}</p>
      <a href={location.href} target="_blank" rel="noopener noreferrer">
        {words.open}
      </a>
    </main>
  );
}

const en = {
  lang: "en",
  title: "Not shown inside another page",
  whatToDo: "VPP Revocation Monitor shows no data in a frame of another page. Open it in a tab of its own.",
  open: "Open in a new tab",
} as const;

const ru = {
  lang: "ru",
  title: "Внутри другой страницы данные не показываются",
  whatToDo:
    "Монитор отзыва лицензий VPP не показывает данные во фрейме чужой страницы. Откройте его в отдельной вкладке.",
  open: "Открыть в новой вкладке",
} as const;
