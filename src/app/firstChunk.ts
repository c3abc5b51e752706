import type { Rolldown } from "vite";
import { msalChunks } from "../auth/leanMsal.ts";

/**
 * What is needed before the first row and not by the shell: the page, what every sign-in needs, what MSAL's does, and what
 * only the whole page's does. Each is one chunk, without what the one before it has.
 */
const parts = {
  MonitorPage: ["app/MonitorPage.tsx"],
  connectSession: ["app/connectSession.ts", "auth/newProblem.ts", "auth/store.ts"],
  openSession: [
    ...(["auth/openSession.ts", "auth/msalConfiguration.ts"] as const),
    ...(["auth/failedSession.ts", "auth/sessionStore.ts"] as const),
  ],
  connectTenant: ["app/connectTenant.ts"],
} as const;

/** What the shell and nearly all parts use. */
const inEveryPart =
  /node_modules[\\/](?:react|@griffel|@emotion|react-intl|intl-messageformat|@formatjs)[\\/]|[\\/]src[\\/](?:domain|i18n[\\/]locale(?:s|Table))/;

/**
 * For `output.codeSplitting`. By itself the bundler makes a chunk of its own for each way in which later parts share
 * some of these, and each costs bytes.
 */
export function firstChunk(): Rolldown.CodeSplittingOptions {
  let chunks: ReadonlyMap<string, string> | null = null;
  return {
    includeDependenciesRecursively: false,
    groups: [
      ...msalChunks,
      {
        name(id, context) {
          chunks ??= chunksOf(context);
          return chunks.get(id) ?? null;
        },
      },
    ],
  };
}

function chunksOf(context: Rolldown.ChunkingContext): ReadonlyMap<string, string> {
  const shell = staticClosure("hosts/main.tsx", context);
  const chunks = new Map<string, string>();
  for (const id of shell) if (inEveryPart.test(id)) chunks.set(id, "shell");
  for (const [name, files] of Object.entries(parts))
    for (const id of files.flatMap((file) => [...staticClosure(file, context)]))
      if (!shell.has(id) && !chunks.has(id)) chunks.set(id, name);
  return chunks;
}

function staticClosure(file: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set([new URL(`../${file}`, import.meta.url).pathname]);
  for (const id of reached)
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}
