import type { Theme } from "@fluentui/react-components";
import {
  clampChroma,
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  type Oklch,
  wcagLuminance,
  useMode as withMode,
} from "culori/fn";

withMode(modeRgb);
withMode(modeLrgb);
const toOklch = withMode(modeOklch);

/** Of the middle of Fluent's own brand colours, `#0f6cbd`. */
const fluentChroma = toOklch("#0f6cbd")?.c ?? 0.15;

/**
 * The theme in a portal's brand colour, as `#rgb` or `#rrggbb`: the hue and strength of the portal's with the luminance
 * of Fluent's, shade by shade. So every contrast stays what it is in Fluent's theme, whatever the portal's colour is.
 */
export function withBrand(theme: Theme, brandColor: string): Theme {
  const brand = toOklch(brandColor);
  if (brand === undefined) return theme;
  const recoloured = Object.entries(theme).flatMap(([name, value]) => {
    const isShade = name.includes("Brand") && typeof value === "string" && value.startsWith("#");
    return isShade ? [[name, inColourOf(brand, value)]] : [];
  });
  return { ...theme, ...Object.fromEntries(recoloured), ...asRunning(theme) };
}

/** As `runningColors` reads them. */
function asRunning(theme: Theme) {
  return {
    runningBackground: theme.colorBrandBackground2,
    runningStroke: theme.colorBrandStroke1,
    runningMark: theme.colorBrandForeground1,
    runningWords: theme.colorBrandForeground2,
  };
}

function inColourOf(brand: Oklch, shade: string): string {
  const chroma = brand.c * Math.min(1, (toOklch(shade)?.c ?? 0) / fluentChroma);
  const luminance = wcagLuminance(shade);
  const withLightness = (l: number) => clampChroma({ ...brand, l, c: chroma }, "oklch");
  let [darker, lighter] = [0, 1];
  for (let step = 0; step < 16; step += 1) {
    const middle = (darker + lighter) / 2;
    if (wcagLuminance(withLightness(middle)) < luminance) darker = middle;
    else lighter = middle;
  }
  return formatHex(withLightness(lighter));
}
