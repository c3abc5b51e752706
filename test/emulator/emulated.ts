import {
  createEmulatedGraph,
  type EmulatedGraph,
  type EmulatedGraphOptions,
} from "../../src/emulator/emulatedGraph.ts";

export const startOfTest = Date.UTC(2026, 2, 4, 10, 30);
export const tokensUrl = "https://graph.microsoft.com/beta/deviceAppManagement/vppTokens";

export interface TestGraph extends EmulatedGraph {
  /** Lets time pass. */
  pass(ms: number): void;
  get(url?: string, init?: RequestInit): Promise<Response>;
  batch(urls: readonly string[]): Promise<Response>;
}

/** An emulated Graph whose clock stands still until the test moves it. */
export function emulated(options: Partial<EmulatedGraphOptions> = {}): TestGraph {
  let now = startOfTest;
  const graph = createEmulatedGraph({ scenario: "mixed", clock: () => now, ...options });
  const headers = { Authorization: "Bearer first" };
  return {
    ...graph,
    pass(ms) {
      now += ms;
    },
    get: (url = tokensUrl, init) => graph.handle(new Request(url, { headers, ...init })),
    batch(urls) {
      const requests = urls.map((url, index) => ({ id: String(index), method: "GET", url }));
      const body = JSON.stringify({ requests });
      return graph.handle(
        new Request("https://graph.microsoft.com/beta/$batch", { method: "POST", headers, body }),
      );
    },
  };
}

type Json = Readonly<Record<string, unknown>>;

/** All tokens of the tenant, over all pages. */
export async function readAll(graph: TestGraph, first = tokensUrl): Promise<readonly Json[]> {
  const tokens: Json[] = [];
  for (let url: string | undefined = first; url !== undefined; ) {
    const page: { value: Json[]; "@odata.nextLink"?: string } = await (await graph.get(url)).json();
    tokens.push(...page.value);
    url = page["@odata.nextLink"];
  }
  return tokens;
}

export function resultsOf(tokens: readonly Json[]): readonly Json[] {
  return tokens.flatMap(({ tokenActionResults }) =>
    Array.isArray(tokenActionResults) ? (tokenActionResults as Json[]) : [],
  );
}

export function valuesOf(items: readonly Json[], property: string): ReadonlySet<unknown> {
  return new Set(items.map((item) => item[property]));
}
