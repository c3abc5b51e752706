/** Chunks that a page begins with. */
const beginning = /[\\/](?:index|shell|rolldown-runtime)-[\w-]+\.js$/;
/** Those that are there as well wherever a later part is asked for. */
const firstPage = /[\\/](?:MonitorPage|Button|createFluentIcon)-[\w-]+\.js$/;

/**
 * For `build.modulePreload`: what has to be downloaded beside a part, without what the page has by then. Each name that
 * is listed costs bytes before the first row; one that is missing here costs no more than that. `hostId`: the chunk that
 * asks for the part.
 */
export function missingPreloads(
  _part: string,
  needed: string[],
  { hostId, hostType }: { readonly hostId: string; readonly hostType: "html" | "js" },
): string[] {
  if (hostType === "html") return needed;
  const isBeginning = /index-[\w-]+\.js$/.test(hostId);
  return needed.filter((file) => !beginning.test(file) && (isBeginning || !firstPage.test(file)));
}
