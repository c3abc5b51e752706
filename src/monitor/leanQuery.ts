const unusedModule =
  /@tanstack[\\/]query-core[\\/]build[\\/]modern[\\/](mutationCache|infiniteQueryBehavior)\.js$/;

/** What a client calls of its cache of mutations when it is focused, online again or cleared. */
const standIns: Readonly<Record<string, string>> = {
  mutationCache: `export class MutationCache {
  findAll() { return []; }
  resumePausedMutations() { return Promise.resolve(); }
  clear() {}
}`,
  infiniteQueryBehavior: `const fail = () => { throw new Error("Infinite queries are not part of this build"); };
export { fail as infiniteQueryBehavior, fail as hasNextPage, fail as hasPreviousPage };`,
};

/**
 * Vite plugin: leaves out of the build what the query library imports always and a page that only reads, by one query,
 * never runs: mutations and queries that grow page by page. A release of it that arranges them otherwise fails the build.
 */
export function leanQuery() {
  const left = new Set<string>();
  return {
    name: "lean-query",
    apply: "build" as const,
    load(id: string) {
      const unused = unusedModule.exec(id)?.[1];
      if (unused === undefined) return null;
      left.add(unused);
      return { code: standIns[unused] ?? "", map: null };
    },
    buildEnd(this: { error(message: string): never; getModuleIds(): Iterable<string> }) {
      const hasQuery = [...this.getModuleIds()].some((id) => /query-core.*[\\/]queryClient\.js$/.test(id));
      if (hasQuery && left.size !== Object.keys(standIns).length)
        this.error("The query library's modules are no longer where they were");
    },
  };
}
