import type * as microsoft from "@microsoft/microsoft-graph-types-beta";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type ActionFailureReason,
  type ActionState,
  actionFailureReasons,
  actionStates,
} from "../../src/domain/actionResult.ts";
import {
  type VppTokenAccountType,
  type VppTokenState,
  type VppTokenSyncStatus,
  vppTokenAccountTypes,
  vppTokenStates,
  vppTokenSyncStatuses,
} from "../../src/domain/vppToken.ts";
import { selectedProperties } from "../../src/graph/wire.ts";
import metadata from "../fixtures/beta-vppToken.type-mappings.json" with { type: "json" };

describe("wire", () => {
  it("has the members of Microsoft's types", () => {
    expectTypeOf<ActionState>().toEqualTypeOf<microsoft.ActionState>();
    expectTypeOf<ActionFailureReason>().toEqualTypeOf<microsoft.VppTokenActionFailureReason>();
    expectTypeOf<VppTokenState>().toEqualTypeOf<microsoft.VppTokenState>();
    expectTypeOf<VppTokenSyncStatus>().toEqualTypeOf<microsoft.VppTokenSyncStatus>();
    expectTypeOf<VppTokenAccountType>().toEqualTypeOf<microsoft.VppTokenAccountType>();
  });

  it.each([
    [metadata.enum.actionState, actionStates],
    [metadata.enum.vppTokenActionFailureReason, actionFailureReasons],
    [metadata.enum.vppTokenState, vppTokenStates],
    [metadata.enum.vppTokenSyncStatus, vppTokenSyncStatuses],
    [metadata.enum.vppTokenAccountType, vppTokenAccountTypes],
  ])("has the members of Graph's metadata %j", (published, ours) => {
    expect([...ours].sort()).toEqual([...published].sort());
  });

  it("asks for known properties without the credential", () => {
    const known = ["id", ...metadata.entity.vppToken.properties];
    expect(selectedProperties.filter((name) => !known.includes(name))).toEqual([]);
    expect(selectedProperties).not.toContain("token");
  });
});
