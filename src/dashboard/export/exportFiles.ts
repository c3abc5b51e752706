import type { Revocation } from "../../domain/revocation.ts";
import { byteOrderMark, createCsvWriter } from "./csvText.ts";
import { type ExportedRevocation, exportedRevocation } from "./exportedRevocation.ts";
import { type ExportSource, listLink, revocationLink } from "./exportSource.ts";
import { inSlices } from "./inSlices.ts";
import { createJsonWriter } from "./jsonText.ts";
import { createNaming } from "./naming.ts";

type OnProgress = (done: number) => void;

/** Parts of a CSV file, each some hundred records. */
export async function csvParts(
  source: ExportSource,
  isWithMark: boolean,
  onProgress?: OnProgress,
): Promise<readonly string[]> {
  const writer = createCsvWriter({
    isDemo: source.support.isDemo,
    isWithAppleId: source.names === "withAppleIds",
  });
  const records = await recordParts(source, writer.records, onProgress);
  return [...(isWithMark ? [byteOrderMark] : []), writer.header(), ...records];
}

/** Parts of a JSON file. */
export async function jsonParts(source: ExportSource, onProgress?: OnProgress): Promise<readonly string[]> {
  const { revocations, names, support, at } = source;
  const { isDemo, productVersion, cloud, tenantId, lastRead } = support;
  const writer = createJsonWriter({
    isDemo,
    exportedAt: new Date(at).toISOString(),
    productVersion,
    cloud,
    tenantId: names === "replaced" ? null : tenantId,
    lastRead: { ...lastRead, at: lastRead.at === null ? null : new Date(lastRead.at).toISOString() },
    names,
    link: listLink(source),
    count: revocations.length,
  });
  const begin = writer.begin();
  const records = await recordParts(source, writer.records, onProgress);
  return [begin, ...records, writer.end()];
}

async function recordParts(
  source: ExportSource,
  write: (records: readonly ExportedRevocation[]) => string,
  onProgress?: OnProgress,
): Promise<readonly string[]> {
  const exported = exporter(source);
  const parts: string[] = [];
  await inSlices(source.revocations, (slice) => parts.push(write(slice.map(exported))), onProgress);
  return parts;
}

function exporter(source: ExportSource): (revocation: Revocation) => ExportedRevocation {
  const named = createNaming(source.names);
  const isWithAppleId = source.names === "withAppleIds";
  return (revocation) =>
    exportedRevocation(named(revocation), {
      isWithAppleId,
      marks: source.marksOf(revocation),
      link: revocationLink(revocation, source),
    });
}
