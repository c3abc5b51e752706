import griffel from "@griffel/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { computedThemes } from "./src/app/computedThemes.ts";
import { firstChunk } from "./src/app/firstChunk.ts";
import { missingPreloads } from "./src/app/preloads.ts";
import { leanMsal } from "./src/auth/leanMsal.ts";
import { previewHeaders } from "./src/hosts/headers/previewHeaders.ts";
import { embedPage } from "./src/hosts/iframe/embedPage.ts";
import { compiledMessages } from "./src/i18n/compileMessages.ts";
import { leanQuery } from "./src/monitor/leanQuery.ts";

/** Built by themselves, by `--mode`: in a shared build MSAL's small pages would pull in the app's chunks. */
const alone = new Map([
  ["bridge", "redirect.html"],
  ["relay", "relay.html"],
]);

export default defineConfig(({ command, mode }) => ({
  base: "./",
  plugins: [
    command === "build" && griffel(),
    compiledMessages(),
    computedThemes(),
    leanMsal(),
    leanQuery(),
    react(),
    embedPage(),
    previewHeaders(),
  ],
  resolve: {
    alias:
      command === "build"
        ? { "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js" }
        : {},
  },
  server: { port: 5173, strictPort: true },
  preview: { port: 5173, strictPort: true },
  build: {
    target: "es2022",
    minify: "terser",
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: missingPreloads },
    copyPublicDir: !alone.has(mode),
    emptyOutDir: !alone.has(mode),
    manifest: alone.has(mode) ? false : "manifest.json",
    rolldownOptions: alone.has(mode)
      ? { input: alone.get(mode) ?? "" }
      : { input: "index.html", output: { codeSplitting: firstChunk() } },
  },
  // Apart from the assets: its file has headers of its own.
  worker: {
    format: "es",
    rolldownOptions: { output: { entryFileNames: "workers/[name]-[hash].js" } },
  },
  test: {
    setupFiles: ["test/support/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
    maxWorkers: 2,
    // What renders is in a `.tsx`; the few others that need a page say so themselves.
    projects: [
      { extends: true, test: { name: "plain", environment: "node", include: ["test/**/*.test.ts"] } },
      { extends: true, test: { name: "rendered", environment: "jsdom", include: ["test/**/*.test.tsx"] } },
    ],
  },
}));
