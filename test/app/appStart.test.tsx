import { act, render } from "@testing-library/react";
import { StrictMode, useEffect, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { createAppStart } from "../../src/app/appStart.ts";
import { parseConfig } from "../../src/app/config/parseConfig.ts";
import { connectDemo } from "../../src/app/connectDemo.ts";
import type { Start } from "../../src/app/startApp.ts";

function demoStart() {
  const connection = connectDemo({ pageUrl: "https://app.example/", clock: () => 0, scenario: null });
  const dispose = vi.spyOn(connection.session, "dispose");
  const parsed = parseConfig({ mode: "demo" });
  if (!parsed.ok) throw new Error("the demo's configuration is wrong");
  const start: Start = { kind: "connected", config: parsed.config, connection };
  return { begin: vi.fn(async () => start), dispose };
}

function Starting({ begin }: { readonly begin: () => Promise<Start> }) {
  const [start] = useState(() => createAppStart(begin));
  useEffect(() => start.use(), [start]);
  void start.get();
  return null;
}

describe("a start", () => {
  it("connects once in strict mode", async () => {
    const { begin, dispose } = demoStart();
    await act(async () => render(<Starting begin={begin} />, { wrapper: StrictMode }));
    expect(begin).toHaveBeenCalledTimes(1);
    expect(dispose).not.toHaveBeenCalled();
  });

  it("ends its session with the page", async () => {
    const { begin, dispose } = demoStart();
    const { unmount } = await act(async () => render(<Starting begin={begin} />, { wrapper: StrictMode }));
    await act(async () => unmount());
    expect(dispose).toHaveBeenCalledTimes(1);
  });

  it("ends a session that comes too late", async () => {
    const { begin, dispose } = demoStart();
    const start = createAppStart(begin);
    const stop = start.use();
    void start.get();
    stop();
    await vi.waitFor(() => expect(dispose).toHaveBeenCalledTimes(1));
  });
});
