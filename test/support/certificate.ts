import { generate } from "selfsigned";

/** PEM text of a key and a certificate that lives as long as one test run. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export async function createCertificate(hostNames: readonly string[]): Promise<Certificate> {
  const altNames = hostNames.map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames }],
  });
  return { key: made.private, cert: made.cert };
}
