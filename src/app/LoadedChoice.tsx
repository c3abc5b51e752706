import { type ComponentProps, useState } from "react";
import { useText } from "../i18n/useText.ts";
import { Choice } from "../ui/Choice.tsx";

interface LoadedChoiceProps extends ComponentProps<typeof Choice> {
  /** What the chosen value needs on the page, so that it never goes blank for it. */
  readonly load: (value: string) => Promise<unknown>;
}

/** A choice that takes effect once what it needs is there; where that cannot be had, it says so and nothing changes. */
export function LoadedChoice({ load, onChoose, ...choice }: LoadedChoiceProps) {
  const text = useText();
  const [hasFailed, setFailed] = useState(false);
  const choose = async (value: string) => {
    const isLoaded = await load(value).then(
      () => true,
      () => false,
    );
    setFailed(!isLoaded);
    if (isLoaded) onChoose(value);
  };
  return (
    <>
      <Choice {...choice} onChoose={(value) => void choose(value)} />
      <span aria-live="polite">{hasFailed && text("part.missing")}</span>
    </>
  );
}
