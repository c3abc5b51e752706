// @vitest-environment jsdom

import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useReported } from "../../src/dashboard/useReported.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import { aResult, aSnapshot, aVppToken, hourMs, testNow } from "../support/builders.ts";

const [older, newer] = [aResult({ startedAt: testNow - hourMs }), aResult({ startedAt: testNow })];
const before = aVppToken({ actionResults: [older] });
const after = aVppToken({ actionResults: [newer] });
const other = aVppToken({ id: "token-2", actionResults: [older] });

describe("what is no longer reported", () => {
  it("stands once while the page still shows it reported", () => {
    const gone = [...deriveRevocations(before), ...deriveRevocations(other)];
    const { result, rerender } = renderHook((snapshot) => useReported(snapshot, gone), {
      initialProps: aSnapshot([before]),
    });
    expect(result.current.gone).toEqual(deriveRevocations(other));
    rerender(aSnapshot([after]));
    expect(result.current.gone).toBe(gone);
  });
});
