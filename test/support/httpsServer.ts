import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Certificate } from "./certificate.ts";

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves on 127.0.0.1 at a port of the system's choice. */
export async function listenHttps(
  handler: RequestListener,
  certificate: Certificate,
): Promise<RunningServer> {
  const server = createServer(certificate, handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    // A TCP server that listens has an AddressInfo; text is for pipes, `null` for a closed one.
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
