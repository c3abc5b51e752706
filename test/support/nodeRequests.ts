import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/**
 * A Node request as the web platform's `Request`; `origin` is the name under which the browser knows the server. `null`:
 * whoever asks has gone before the end of it, as a browser that is killed.
 */
export async function toRequest(
  incoming: IncomingMessage,
  origin: string,
  signal: AbortSignal,
): Promise<Request | null> {
  const method = incoming.method ?? "GET";
  const body = await readBody(incoming).catch(() => null);
  if (body === null) return null;
  return new Request(new URL(incoming.url ?? "/", origin), {
    method,
    headers: toHeaders(incoming),
    body: body.length > 0 && method !== "GET" && method !== "HEAD" ? new Uint8Array(body) : null,
    signal,
  });
}

/**
 * Sends a `Response`, gzipped where the browser takes it, as Graph does; a body that breaks off breaks the connection
 * at the same place. Resolves to the bytes of the body on the wire.
 */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<number> {
  const { bytes, isWhole } = await drain(response);
  const isZipped = isWhole && takesGzip(outgoing.req) && bytes.length > 1_000;
  const sent = isZipped ? gzipSync(bytes) : bytes;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  if (isZipped) outgoing.setHeader("content-encoding", "gzip");
  if (isWhole) outgoing.setHeader("content-length", sent.length);
  outgoing.writeHead(response.status);
  if (isWhole) outgoing.end(sent);
  else outgoing.write(sent, () => outgoing.destroy());
  return sent.length;
}

export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function drain(response: Response): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      chunks.push(part.value);
    return { bytes: Buffer.concat(chunks), isWhole: true };
  } catch {
    return { bytes: Buffer.concat(chunks), isWhole: false };
  }
}

function takesGzip(incoming: IncomingMessage): boolean {
  return String(incoming.headers["accept-encoding"] ?? "").includes("gzip");
}

function toHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value));
  return headers;
}
