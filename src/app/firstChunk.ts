import type { Rolldown } from "vite";
import { msalChunks } from "../auth/leanMsal.ts";

/**
 * For `output.codeSplitting`: one chunk for all that the page needs before its first row and the shell does not. By
 * itself the bundler makes a chunk of its own for each way in which later parts share some of it, and each costs bytes.
 */
export function firstChunk(): Rolldown.CodeSplittingOptions {
  let first: ReadonlySet<string> | null = null;
  return {
    includeDependenciesRecursively: false,
    groups: [
      ...msalChunks,
      {
        name(id, context) {
          first ??= withoutShell(context);
          return first.has(id) ? "MonitorPage" : null;
        },
      },
    ],
  };
}

function withoutShell(context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const shell = staticClosure("hosts/standalone/main.tsx", context);
  const page = staticClosure("app/MonitorPage.tsx", context);
  return new Set([...page].filter((id) => !shell.has(id)));
}

function staticClosure(file: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set([new URL(`../${file}`, import.meta.url).pathname]);
  for (const id of reached)
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}
