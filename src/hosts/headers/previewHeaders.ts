import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { parseConfig } from "../../app/config/parseConfig.ts";
import { derivePageHeaders, matchPagePattern } from "./pageHeaders.ts";

/** `vite preview` with the headers of the built `config.json`; a wrong one is left to the page, which explains it. */
export function previewHeaders(): Plugin {
  return {
    name: "preview-headers",
    configurePreviewServer({ config, middlewares }) {
      const parsed = parseConfig(readJson(resolve(config.root, config.build.outDir, "config.json")));
      if (!parsed.ok) return;
      const pages = derivePageHeaders(parsed.config);
      middlewares.use(({ url = "/" }, response, next) => {
        const path = new URL(url, "http://localhost").pathname.slice(1);
        for (const [name, value] of Object.entries(pages[matchPagePattern(path)])) {
          // Browsers ignore it over plain HTTP, and the standard forbids sending it there.
          if (name !== "Strict-Transport-Security") response.setHeader(name, value);
        }
        next();
      });
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
