interface WrongOptionsProps {
  readonly names: readonly string[];
  readonly locale: string | undefined;
}

/** For whoever builds the portal. Nothing is asked of Graph meanwhile: a token must not go to the wrong cloud. */
export function WrongOptions({ names, locale }: WrongOptionsProps) {
  const words = `${locale ?? navigator.language}`.startsWith("ru") ? ru : en;
  return (
    <div role="alert" lang={words.lang} style={look}>
      <p>
        <strong>VPP Revocation Monitor</strong>: {words.wrong} <code>{names.join(", ")}</code>.
      </p>
      <p>{words.whatToDo}</p>
    </div>
  );
}

const look = {
  padding: 16,
  font: "16px/1.5 system-ui, sans-serif",
  color: "CanvasText",
  background: "Canvas",
};

const en = {
  lang: "en",
  wrong: "this portal gave no usable value for",
  whatToDo: "Tell whoever runs the portal. Nothing was asked of Microsoft Graph.",
} as const;

const ru = {
  lang: "ru",
  wrong: "портал не задал пригодного значения для",
  whatToDo: "Сообщите тем, кто отвечает за портал. Запросов к Microsoft Graph не было.",
} as const;
