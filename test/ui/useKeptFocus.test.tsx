import { render, screen, waitFor } from "@testing-library/react";
import { useRef } from "react";
import { expect, it } from "vitest";
import { useKeptFocus } from "../../src/ui/useKeptFocus.ts";

interface AreaProps {
  readonly items: readonly string[];
  readonly hasList?: boolean;
}

function Area({ items, hasList = true }: AreaProps) {
  const area = useRef<HTMLElement>(null);
  useKeptFocus(area);
  return (
    <>
      <button type="button">Elsewhere</button>
      <main ref={area}>
        <button type="button" disabled>
          Cannot
        </button>
        <button type="button">First</button>
        {hasList && (
          <ul>
            {items.map((item) => (
              <li key={item}>
                <button type="button">{item}</button>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  );
}

const button = (name: string) => screen.getByRole("button", { name });

it("leads to what is nearest when what has the focus goes", async () => {
  const { rerender } = render(<Area items={["a", "b"]} />);
  button("b").focus();
  rerender(<Area items={["a"]} />);
  await waitFor(() => expect(button("a")).toHaveFocus());
});

it("leads on to what is around when all of that goes", async () => {
  const { rerender } = render(<Area items={["a", "b"]} />);
  button("b").focus();
  rerender(<Area items={[]} hasList={false} />);
  await waitFor(() => expect(button("First")).toHaveFocus());
});

it("leaves the focus to whoever takes it, and to nobody", async () => {
  const { rerender } = render(<Area items={["a", "b", "c"]} />);
  button("c").focus();
  button("Elsewhere").focus();
  rerender(<Area items={["a", "b"]} />);
  await Promise.resolve();
  expect(button("Elsewhere")).toHaveFocus();
  button("b").focus();
  button("b").blur();
  await Promise.resolve();
  rerender(<Area items={["a"]} />);
  await Promise.resolve();
  expect(document.body).toHaveFocus();
});
