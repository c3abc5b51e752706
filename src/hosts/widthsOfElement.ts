import type { Plugin } from "vite";

/** Of the container that `openShadowPage` makes. */
const container = "page";

const ofWindow = /"@media (not all and )?(\((?:min|max)-width: [\d.]+px\))"/g;

/**
 * In someone else's page there may be a column for the monitor and not the window, so the package asks of the element's
 * width what a page of its own asks of the window's. Nothing is changed that asks for the window's height as well.
 */
export function widthsOfElement(): Plugin {
  return {
    name: "widths-of-element",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || code.search(ofWindow) < 0) return null;
      const changed = code.replace(
        ofWindow,
        (_, not: string | undefined, width: string) =>
          `"@container ${container} ${not === undefined ? "" : "not "}${width}"`,
      );
      return { code: changed, map: null };
    },
  };
}
