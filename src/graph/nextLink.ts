import { GraphError } from "./graphError.ts";

/** Far above what 3,000 VPP tokens (the most that a tenant has) need at any page size. */
export const maxPages = 1_000;

const apiVersion = "/beta/";

/**
 * The full address of a path or link, when it is one that may be sent our access token: https, the configured origin,
 * no credentials in it, the beta API. Throws `GraphError` `badPaging`.
 */
export function graphUrl(origin: string, pathOrLink: string): string {
  const url = parseUrl(pathOrLink, origin);
  const isSafe =
    url !== null &&
    url.origin === new URL(origin).origin &&
    url.protocol === "https:" &&
    url.username === "" &&
    url.password === "" &&
    url.pathname.startsWith(apiVersion);
  if (!isSafe) throw new GraphError("badPaging");
  url.hash = "";
  return url.href;
}

/** Follows the pages of one list. Every link that it hands out was checked. */
export interface PageTrail {
  /** The first page's address. */
  readonly first: string;
  /**
   * The next page's address, `null` after the last one. Throws `GraphError` `badPaging` for a link that leaves the
   * origin, the API version or the list, was followed before, or exceeds the bound.
   */
  next(nextLink: unknown): string | null;
}

export function createPageTrail(origin: string, path: string, pageLimit = maxPages): PageTrail {
  const first = graphUrl(origin, path);
  const followed = new Set([first]);
  return {
    first,
    next(nextLink) {
      if (nextLink === undefined || nextLink === null) return null;
      if (typeof nextLink !== "string" || followed.size >= pageLimit) throw new GraphError("badPaging");
      const link = graphUrl(origin, nextLink);
      if (followed.has(link) || listOf(link) !== listOf(first)) throw new GraphError("badPaging");
      followed.add(link);
      return link;
    },
  };
}

/** Graph compares paths without regard to case. */
function listOf(url: string): string {
  return new URL(url).pathname.toLowerCase();
}

function parseUrl(pathOrLink: string, origin: string): URL | null {
  try {
    return new URL(pathOrLink, origin);
  } catch {
    return null;
  }
}
