import griffel from "@griffel/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { computedThemes } from "./src/app/computedThemes.ts";
import { firstChunk } from "./src/app/firstChunk.ts";
import { leanMsal } from "./src/auth/leanMsal.ts";
import { previewHeaders } from "./src/hosts/headers/previewHeaders.ts";
import { compiledMessages } from "./src/i18n/compileMessages.ts";

/** `--mode bridge` builds MSAL's redirect page by itself: in a shared build it would pull in the app's chunks. */
export default defineConfig(({ command, mode }) => ({
  base: "./",
  plugins: [
    command === "build" && griffel(),
    compiledMessages(),
    computedThemes(),
    leanMsal(),
    react(),
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
    modulePreload: { polyfill: false },
    copyPublicDir: mode !== "bridge",
    emptyOutDir: mode !== "bridge",
    manifest: mode === "bridge" ? false : "manifest.json",
    rolldownOptions:
      mode === "bridge"
        ? { input: "redirect.html" }
        : { input: "index.html", output: { codeSplitting: firstChunk() } },
  },
  // Apart from the assets: its file has headers of its own.
  worker: {
    format: "es",
    rolldownOptions: { output: { entryFileNames: "workers/[name]-[hash].js" } },
  },
  test: {
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/support/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
}));
