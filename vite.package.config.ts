import griffel from "@griffel/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { computedThemes } from "./src/app/computedThemes.ts";
import { packageTypes } from "./src/hosts/packageTypes.ts";
import { widthsOfElement } from "./src/hosts/widthsOfElement.ts";
import { compiledMessages } from "./src/i18n/compileMessages.ts";
import { leanQuery } from "./src/monitor/leanQuery.ts";

interface PackagePart {
  readonly entry: string;
  /** Besides the entry, what has types to be imported. */
  readonly alsoDeclared?: readonly string[];
}

const parts = {
  react: { entry: "react/index.ts" },
  element: { entry: "element/index.ts", alsoDeclared: ["element/jsx.ts"] },
  parent: { entry: "parent/parent.ts" },
} as const satisfies Record<string, PackagePart>;

const target = "es2022";

/** The page to which a sign-in of the element comes back, for the portal to serve. It leads nowhere: there is no dashboard beside it. */
const redirectPage: UserConfig = {
  base: "./",
  plugins: [withoutLinks()],
  build: {
    outDir: "dist-package/redirect",
    target,
    sourcemap: true,
    assetsInlineLimit: 0,
    copyPublicDir: false,
    modulePreload: false,
    rolldownOptions: { input: "redirect.html" },
  },
};

function withoutLinks(): Plugin {
  return { name: "without-links", transformIndexHtml: (html) => html.replace(/\s*<a [^>]*>[^<]*<\/a>/g, "") };
}

/**
 * The npm package, a part for each `--mode`: `react` leaves React to the portal, `element` brings its own. All else is
 * in both, so that a portal installs nothing beside it, and what it has of the same libraries is never mixed with ours.
 * `redirect` is a page.
 */
export default defineConfig(({ mode }) => {
  if (mode === "redirect") return redirectPage;
  const name = mode === "element" || mode === "parent" ? mode : "react";
  const { entry, alsoDeclared = [] }: PackagePart = parts[name];
  return {
    base: "./",
    plugins: [
      widthsOfElement(),
      griffel(),
      compiledMessages(),
      computedThemes(),
      leanQuery(),
      react(),
      packageTypes(entry, ...alsoDeclared),
    ],
    resolve: {
      alias: { "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js" },
    },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: `dist-package/${name}`,
      target,
      minify: "terser",
      terserOptions: { ecma: 2020, module: true, compress: true },
      sourcemap: true,
      copyPublicDir: false,
      modulePreload: false,
      lib: { entry: `src/hosts/${entry}`, formats: ["es"], fileName: "index" },
      rolldownOptions: {
        external: name === "react" ? /^react(-dom)?($|\/)/ : [],
        output: {
          chunkFileNames: "[name]-[hash].js",
          ...(name === "react" && { postBanner: (chunk) => (chunk.isEntry ? '"use client";' : "") }),
        },
      },
    },
  };
});
