/** Why there is no data here. */
export type Refusal = "notFramed" | "notListed" | "noAnswer" | "noConfiguration";

/** Speaks without a catalogue and shows no data: whoever frames this page may be anybody. */
export function showRefusal(root: HTMLElement, refusal: Refusal): void {
  const words = root.ownerDocument.defaultView?.navigator.language.startsWith("ru") ? ru : en;
  const main = element(root, "main", "");
  main.className = "refusal";
  main.lang = words.lang;
  const { title, whatToDo } = words[refusal];
  const link = element(root, "a", words.open);
  Object.assign(link, {
    href: new URL("./", root.ownerDocument.URL).href,
    target: "_blank",
    rel: "noopener",
  });
  main.append(element(root, "h1", title), element(root, "p", whatToDo), link);
  root.replaceChildren(main);
}

function element(root: HTMLElement, name: string, text: string): HTMLElement {
  const made = root.ownerDocument.createElement(name);
  made.textContent = text;
  return made;
}

const en = {
  lang: "en",
  open: "Open VPP Revocation Monitor in a tab of its own",
  notFramed: {
    title: "This page is for a frame",
    whatToDo: "It shows VPP Revocation Monitor inside another page, and nothing by itself.",
  },
  notListed: {
    title: "Not shown inside this page",
    whatToDo:
      "VPP Revocation Monitor shows no data here: this page is not in the list of pages that may frame it. Whoever runs VPP Revocation Monitor can add its origin to embed.allowedOrigins in config.json.",
  },
  noAnswer: {
    title: "The page around this one does not answer",
    whatToDo:
      "VPP Revocation Monitor shows no data before the page that frames it has said that it expects it. Either that page is not allowed to show it, or its script has not run.",
  },
  noConfiguration: {
    title: "VPP Revocation Monitor cannot start",
    whatToDo:
      "Its configuration cannot be read or is wrong. Open it in a tab of its own to see what is wrong.",
  },
} as const;

const ru = {
  lang: "ru",
  open: "Открыть «Монитор отзыва лицензий VPP» в отдельной вкладке",
  notFramed: {
    title: "Эта страница предназначена для фрейма",
    whatToDo: "Она показывает «Монитор отзыва лицензий VPP» внутри другой страницы, а сама по себе ничего.",
  },
  notListed: {
    title: "Внутри этой страницы данные не показываются",
    whatToDo:
      "«Монитор отзыва лицензий VPP» не показывает здесь данные: этой страницы нет в списке тех, что могут его встраивать. Добавить её источник в embed.allowedOrigins файла config.json могут те, кто отвечает за монитор.",
  },
  noAnswer: {
    title: "Внешняя страница не отвечает",
    whatToDo:
      "«Монитор отзыва лицензий VPP» не показывает данные, пока страница, в которую он встроен, не сообщит, что ждёт его. Либо ей это не разрешено, либо её сценарий не выполнился.",
  },
  noConfiguration: {
    title: "«Монитор отзыва лицензий VPP» не может начать работу",
    whatToDo:
      "Его конфигурация не читается или неверна. Откройте его в отдельной вкладке, чтобы увидеть, что не так.",
  },
} as const;
