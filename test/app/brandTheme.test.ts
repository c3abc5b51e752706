import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { wcagContrast, wcagLuminance } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withBrand } from "../../src/app/brandTheme.ts";
import { runningColors } from "../../src/ui/runningColors.ts";

const themes = { light: webLightTheme, dark: webDarkTheme } as const;

/** A few that are as far from Fluent's blue as can be. */
const colours = ["#ffff00", "#ffffff", "#000000", "#39ff14", "#ff00ff", "#7f7f7f", "#f00", "#00f", "#d13438"];

/** Words and marks in the brand's colour, and on it, with the least contrast that WCAG 2.2 AA asks for. */
const pairs = [
  ["colorNeutralForegroundOnBrand", "colorBrandBackground", 4.5],
  ["colorNeutralForegroundOnBrand", "colorBrandBackgroundHover", 4.5],
  ["colorNeutralForegroundOnBrand", "colorBrandBackgroundPressed", 4.5],
  ["colorBrandForegroundLink", "colorNeutralBackground1", 4.5],
  ["colorBrandForeground1", "colorNeutralBackground1", 4.5],
  ["colorBrandForeground2", "colorBrandBackground2", 4.5],
  ["colorCompoundBrandStroke", "colorNeutralBackground1", 3],
] as const satisfies readonly (readonly [keyof Theme, keyof Theme, number])[];

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe.each(["light", "dark"] as const)("a portal's brand colour in the %s theme", (name) => {
  const theme = themes[name];

  it.each(colours)("keeps words and marks readable in %s", (colour) => {
    const branded = withBrand(theme, colour);
    for (const [words, ground, least] of pairs)
      expect(wcagContrast(branded[words], branded[ground]), `${words} on ${ground}`).toBeGreaterThanOrEqual(
        least,
      );
  });

  it("is as light or dark as Fluent's own, whatever it is", () => {
    fc.assert(
      fc.property(hex, (colour) => {
        const branded = withBrand(theme, colour);
        for (const [words, ground] of pairs)
          for (const token of [words, ground])
            expect(Math.abs(wcagLuminance(branded[token]) - wcagLuminance(theme[token]))).toBeLessThan(0.015);
      }),
      { numRuns: 40 },
    );
  });
});

it("leaves the colours of what is running to Fluent", () => {
  const read = Object.values(runningColors).map(
    (value) => /^var\(--(\w+), var\(--(\w+)\)\)$/.exec(value) ?? [],
  );
  const branded = withBrand(webLightTheme, "#d13438");
  for (const [, own = "", brands = ""] of read)
    expect(Reflect.get(branded, own)).toBe(Reflect.get(webLightTheme, brands) ?? "missing");
  expect(read).toHaveLength(4);
});

it("takes the hue of the portal, and nothing that is not the brand's", () => {
  const branded = withBrand(webLightTheme, "#d13438");
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(branded.colorBrandBackground.slice(at, at + 2), 16),
  );
  expect(red).toBeGreaterThan(2 * Math.max(green, blue));
  const changed = Object.keys(branded).filter(
    (key) => Reflect.get(branded, key) !== Reflect.get(webLightTheme, key),
  );
  expect(changed.filter((key) => !/Brand|^running/.test(key))).toEqual([]);
});
