import { describe, expect, it } from "vitest";
import { correctedExample } from "../../../src/app/config/correctedExample.ts";
import { parseConfig } from "../../../src/app/config/parseConfig.ts";
import { clientId, rightFiles, tenantFile, wrongFiles } from "./configFiles.ts";

const $schema = "./config.schema.json";
const emptyTenant = {
  $schema,
  mode: "tenant",
  clientId: "00000000-0000-0000-0000-000000000000",
  tenantId: "contoso.onmicrosoft.com",
};

describe("correctedExample", () => {
  it.each([...wrongFiles, ...rightFiles])("is a right file itself, after %s", (_, file) => {
    expect(parseConfig(correctedExample(file))).toMatchObject({ ok: true });
  });

  it("keeps what was right and replaces what was wrong", () => {
    const file = tenantFile({
      tenantId: "common",
      poll: { activeSeconds: 1, idleSeconds: 600 },
      embed: { allowedOrigins: ["https://portal.fabrikam.com", "*"] },
    });
    expect(correctedExample(file)).toEqual({
      $schema,
      mode: "tenant",
      clientId,
      tenantId: "contoso.onmicrosoft.com",
      poll: { activeSeconds: 10, idleSeconds: 600 },
      embed: { allowedOrigins: ["https://portal.contoso.com"] },
    });
  });

  it("leaves out what means nothing", () => {
    expect(correctedExample(tenantFile({ clientSecret: "anything", poll: { often: 1 } }))).toEqual({
      ...tenantFile(),
      $schema,
    });
  });

  it.each([undefined, null, [], "text", {}])("shows a tenant's file after %j", (file) => {
    expect(correctedExample(file)).toEqual(emptyTenant);
  });

  it("stays a demo when the demo is misspelt", () => {
    expect(correctedExample({ mode: "Demo " })).toEqual({ $schema, mode: "demo" });
  });
});
