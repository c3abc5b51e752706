/** One request as Graph sees it: when it came, and the ids under which support would find it. */
export interface Exchange {
  readonly request: Request;
  /** Epoch ms. */
  readonly now: number;
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** An answer before it is put on the wire, so that it can also stand as a part of a `$batch`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const jsonContentType =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": jsonContentType, ...headers },
  });
}
