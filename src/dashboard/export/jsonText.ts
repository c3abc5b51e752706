import type { ExportedRevocation } from "./exportedRevocation.ts";
import type { NamesChoice } from "./naming.ts";

/** Another `version` means that fields changed their meaning; more fields may come. Described in docs/export.md. */
const exportFormat = { format: "vpp-revocation-monitor/revocations", version: 1 } as const;

/** What a file says of itself. Times are ISO 8601 in UTC. */
export interface ExportHeader {
  readonly isDemo: boolean;
  readonly exportedAt: string;
  readonly productVersion: string;
  readonly cloud: string;
  /** `null` where names are replaced, since a tenant may be named by its domain. */
  readonly tenantId: string | null;
  readonly lastRead: { readonly requestId: string | null; readonly at: string | null };
  readonly names: NamesChoice;
  /** Opens the same list in this dashboard; `null` where it has no address of its own. */
  readonly link: string | null;
  readonly count: number;
}

/** One JSON object, a revocation a line. `records` may be called for part after part. */
export function createJsonWriter({ isDemo, ...header }: ExportHeader) {
  let isFirst = true;
  return {
    begin: () => {
      const fields = JSON.stringify({ demoData: isDemo, ...exportFormat, ...header }, null, 2);
      return `${fields.slice(0, fields.lastIndexOf("\n"))},\n  "revocations": [`;
    },
    records: (revocations: readonly ExportedRevocation[]) =>
      revocations
        .map((revocation) => {
          const separator = isFirst ? "" : ",";
          isFirst = false;
          return `${separator}\n    ${JSON.stringify(revocation)}`;
        })
        .join(""),
    end: () => `${isFirst ? "" : "\n  "}]\n}\n`,
  };
}
