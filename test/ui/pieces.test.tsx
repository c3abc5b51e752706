import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Announcer } from "../../src/ui/Announcer.tsx";
import { BidiText } from "../../src/ui/BidiText.tsx";
import { Highlight } from "../../src/ui/Highlight.tsx";
import { Notice } from "../../src/ui/Notice.tsx";
import { SplitBar } from "../../src/ui/SplitBar.tsx";

describe("SplitBar", () => {
  it("states a known share", () => {
    render(
      <SplitBar
        label="Done"
        valueText="3 of 4"
        parts={[{ tone: "good", size: 3 }]}
        value={{ now: 3, max: 4 }}
      />,
    );
    const bar = screen.getByRole("progressbar", { name: "Done" });
    expect(bar).toHaveAttribute("aria-valuenow", "3");
    expect(bar).toHaveAttribute("aria-valuemin", "0");
    expect(bar).toHaveAttribute("aria-valuemax", "4");
    expect(bar).toHaveAttribute("aria-valuetext", "3 of 4");
  });

  it("states no share that is unknown", () => {
    render(<SplitBar label="Done" valueText="so far" parts={[{ tone: "running", size: 1 }]} />);
    for (const name of ["aria-valuenow", "aria-valuemin", "aria-valuemax"]) {
      expect(screen.getByRole("progressbar")).not.toHaveAttribute(name);
    }
  });

  it("draws no part of size 0", () => {
    const parts = [
      { tone: "good", size: 0 },
      { tone: "bad", size: 2 },
    ] as const;
    render(<SplitBar label="Done" valueText="none" parts={parts} />);
    expect(screen.getByRole("progressbar").childElementCount).toBe(1);
  });
});

describe("Highlight", () => {
  it("stays calm at first and marks a change", () => {
    const { rerender } = render(<Highlight value={1}>one</Highlight>);
    const calm = screen.getByText("one").className;
    rerender(<Highlight value={1}>still one</Highlight>);
    expect(screen.getByText("still one").className).toBe(calm);
    rerender(<Highlight value={2}>two</Highlight>);
    expect(screen.getByText("two").className).not.toBe(calm);
  });

  it("takes what another one has for no change", () => {
    const { rerender } = render(
      <Highlight of="a" value={1}>
        one
      </Highlight>,
    );
    const calm = screen.getByText("one").className;
    rerender(
      <Highlight of="b" value={2}>
        two
      </Highlight>,
    );
    expect(screen.getByText("two").className).toBe(calm);
    rerender(
      <Highlight of="b" value={3}>
        three
      </Highlight>,
    );
    expect(screen.getByText("three").className).not.toBe(calm);
  });
});

describe("BidiText", () => {
  it("isolates foreign text and keeps all of it in the title", () => {
    render(<BidiText text={"\u202eevil"} />);
    const element = screen.getByTitle("\u202eevil");
    expect(element.tagName).toBe("BDI");
  });
});

describe("Announcer", () => {
  it("speaks politely", () => {
    render(<Announcer message="3 shown" />);
    expect(screen.getByText("3 shown")).toHaveAttribute("aria-live", "polite");
  });
});

describe("Notice", () => {
  it("is a group named by what happened", () => {
    render(
      <Notice intent="error" title="It broke">
        Mend it.
      </Notice>,
    );
    expect(screen.getByRole("group", { name: "It broke" })).toHaveTextContent("Mend it.");
  });
});
