import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";

const [mark, framedMark] = ['<div id="root">', '<div id="root" data-host="iframe">'];

/**
 * Vite plugin: `embed.html` is `index.html` with a mark, by which the one script knows where it is. As an entry of its
 * own it would have the bundler cut what both share into many small files, and weigh on the first row of each.
 */
export function embedPage(): Plugin {
  return {
    name: "embed-page",
    enforce: "post",
    generateBundle(_, bundle) {
      const index = bundle["index.html"];
      if (index?.type !== "asset") return;
      this.emitFile({ type: "asset", fileName: "embed.html", source: toEmbedPage(String(index.source)) });
    },
    configureServer({ config, middlewares, transformIndexHtml }) {
      middlewares.use(({ url = "/" }, response, next) => {
        if (new URL(url, "http://localhost").pathname !== "/embed.html") return next();
        const source = readFileSync(resolve(config.root, "index.html"), "utf8");
        transformIndexHtml(url, toEmbedPage(source)).then((page) => {
          response.setHeader("Content-Type", "text/html");
          response.end(page);
        }, next);
      });
    },
  };
}

function toEmbedPage(index: string): string {
  if (!index.includes(mark)) throw new Error(`index.html has no ${mark}`);
  return index.replace(mark, framedMark);
}
