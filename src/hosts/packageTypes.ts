import { readFileSync } from "node:fs";
import { join, relative } from "node:path/posix";
import { isolatedDeclarationSync } from "rolldown/experimental";

const hosts = "src/hosts";
/** A file of ours, as a declaration names it. */
const ours = /from "(\.[^"]*)\.tsx?"/g;

interface EmittedFile {
  readonly type: "asset";
  readonly fileName: string;
  readonly source: string;
}

/**
 * Vite plugin: emits under `types/` what the package declares, each file from its own text alone. So what is public
 * may name only types that stand in `hosts` and are meant to be seen.
 */
export function packageTypes(...entries: readonly string[]) {
  return {
    name: "package-types",
    generateBundle(this: { emitFile(file: EmittedFile): void; error(message: string): never }) {
      const files = new Set(entries.map((entry) => join(hosts, entry)));
      for (const file of files) {
        const { code, errors } = isolatedDeclarationSync(file, readFileSync(file, "utf8"), {});
        if (errors.length > 0) this.error(`${file}: ${errors.map(({ message }) => message).join("; ")}`);
        for (const [named = ""] of code.matchAll(ours)) files.add(join(file, "..", named.slice(6, -1)));
        const fileName = `types/${relative(hosts, file).replace(/\.tsx?$/, ".d.ts")}`;
        this.emitFile({ type: "asset", fileName, source: code.replace(ours, 'from "$1.js"') });
      }
    },
  };
}
