// @vitest-environment jsdom

import { afterEach, describe, expect, it, vi } from "vitest";
import { sealed } from "../../../src/hosts/messages/envelope.ts";
import { connectRevocationMonitor, type MonitorFrameOptions } from "../../../src/hosts/parent/parent.ts";
import { fakeWindow } from "../iframe/fakeWindows.ts";

const frameOrigin = "https://app.contoso.example";
const conversation = "8ae0a0c5-0d43-4f4b-9d0e-2f6d4b8f3a11";
const scopes = ["https://graph.microsoft.com/DeviceManagementApps.Read.All"];
const asked = { type: "getaccesstoken", request: 1, scopes };

function connect(options: MonitorFrameOptions = {}) {
  const inside = fakeWindow(frameOrigin);
  const frame = document.createElement("iframe");
  frame.setAttribute("src", `${frameOrigin}/embed.html`);
  Object.defineProperty(frame, "contentWindow", { get: () => inside.window });
  const monitor = connectRevocationMonitor(frame, options);
  stops.push(monitor.disconnect);
  const arrive = async (said: object, from: object = {}) => {
    const event = new MessageEvent("message", { data: sealed(conversation, said) });
    const told = { source: inside.window, origin: frameOrigin, ...from };
    for (const [name, value] of Object.entries(told)) Object.defineProperty(event, name, { value });
    window.dispatchEvent(event);
    await vi.waitFor(() => undefined);
  };
  return { inside, monitor, arrive };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

describe("connectRevocationMonitor", () => {
  it("says nothing before the frame has greeted", async () => {
    const { inside, monitor } = connect({ getAccessToken: async () => "secret" });
    monitor.update({ theme: "dark" });
    expect(inside.posted).toEqual([]);
  });

  it("answers the frame with all that was chosen, to its origin alone", async () => {
    const { inside, monitor, arrive } = connect({ locale: "ru", view: "?q=north", historyKey: "ada" });
    monitor.update({ theme: "dark" });
    await arrive({ type: "hello" });
    const chosen = { locale: "ru", theme: "dark", view: "?q=north" };
    const said = { type: "ready", hasAccessTokens: false, historyKey: "ada", ...chosen };
    expect(inside.posted).toEqual([{ data: sealed(conversation, said), targetOrigin: frameOrigin }]);
  });

  it("gives access tokens to the frame's origin alone", async () => {
    const getAccessToken = vi.fn(async () => "given");
    const { inside, arrive } = connect({ getAccessToken });
    await arrive({ type: "hello" });
    await arrive({ ...asked, claims: "{}" });
    expect(getAccessToken).toHaveBeenCalledWith({ scopes, claims: "{}" });
    expect(inside.posted.at(-1)).toEqual({
      data: sealed(conversation, { type: "accesstoken", request: 1, accessToken: "given" }),
      targetOrigin: frameOrigin,
    });
  });

  it.each<[string, object, object]>([
    ["of another window", {}, { source: window }],
    ["without a window", {}, { source: null }],
    ["of another origin", {}, { origin: "https://stranger.example" }],
    ["of an earlier load", { conversation: "an-earlier-load" }, {}],
    ["of a later version", { version: 2 }, {}],
    ["of another source", { source: "somebody" }, {}],
    ["of another shape", { scopes: "all" }, {}],
  ])("gives nothing for a request %s", async (_, forged, from) => {
    const getAccessToken = vi.fn(async () => "given");
    const { inside, arrive } = connect({ getAccessToken });
    await arrive({ type: "hello" });
    await arrive({ ...asked, ...forged }, from);
    expect(getAccessToken).not.toHaveBeenCalled();
    expect(inside.heard()).toEqual(["ready"]);
  });

  it("answers a request once", async () => {
    const getAccessToken = vi.fn(async () => "given");
    const { arrive } = connect({ getAccessToken });
    await arrive({ type: "hello" });
    await arrive(asked);
    await arrive(asked);
    expect(getAccessToken).toHaveBeenCalledOnce();
  });

  it.each<[string, () => unknown]>([
    ["rejects", () => Promise.reject(new Error("secret reason"))],
    ["throws", () => JSON.parse("{")],
    ["gives nothing", async () => undefined],
    ["gives an empty text", async () => ""],
  ])("refuses, without a reason, when the page's sign-in %s", async (_, give) => {
    // What a portal that is written in JavaScript may really give.
    const { inside, arrive } = connect({ getAccessToken: give as () => Promise<string> });
    await arrive({ type: "hello" });
    await arrive(asked);
    expect(inside.posted.at(-1)?.data).toEqual(
      sealed(conversation, { type: "accesstokenrefused", request: 1 }),
    );
  });

  it("keeps an access token from another load of the frame", async () => {
    let give: (accessToken: string) => void = () => undefined;
    const getAccessToken = () =>
      new Promise<string>((resolve) => {
        give = resolve;
      });
    const { inside, arrive } = connect({ getAccessToken });
    await arrive({ type: "hello" });
    await arrive(asked);
    await arrive({ type: "hello", conversation: "another-load-of-the-frame" });
    give("given");
    await arrive({ type: "height", height: 1 });
    expect(inside.heard()).toEqual(["ready", "ready"]);
  });

  it("hears what the frame tells, and brings a frame that is loaded again back to its view", async () => {
    const [onViewChange, onHeight, onEvent] = [vi.fn(), vi.fn(), vi.fn()];
    const { inside, arrive } = connect({ view: "?q=north", onViewChange, onHeight, onEvent });
    await arrive({ type: "hello" });
    await arrive({ type: "height", height: 640 });
    await arrive({ type: "viewchange", view: "?q=south" });
    const change = { type: "revocationchange", kind: "failed", happenedAt: 5, view: "?action=x" };
    await arrive(change);
    await arrive({ type: "signinrequired" });
    expect(onHeight).toHaveBeenCalledWith(640);
    expect(onViewChange).toHaveBeenCalledWith("?q=south");
    expect(onEvent.mock.calls).toEqual([[change], [{ type: "signinrequired" }]]);
    await arrive({ type: "hello", conversation: "another-load-of-the-frame" });
    expect(inside.last("ready")).toMatchObject({ view: "?q=south" });
  });

  it("tells the frame what changes", async () => {
    const { inside, monitor, arrive } = connect({ locale: "ru" });
    await arrive({ type: "hello" });
    monitor.update({ theme: "dark" });
    expect(inside.posted.at(-1)).toEqual({
      data: sealed(conversation, { type: "update", theme: "dark" }),
      targetOrigin: frameOrigin,
    });
  });

  it("leaves nothing behind", async () => {
    const { inside, monitor, arrive } = connect();
    await arrive({ type: "hello" });
    monitor.disconnect();
    monitor.update({ theme: "dark" });
    await arrive({ type: "hello" });
    expect(inside.heard()).toEqual(["ready"]);
  });

  it("names what the frame would ignore in silence", () => {
    expect(() => connect({ locale: "русский язык" })).toThrow(/locale/);
    expect(() => connect({ historyKey: "" })).toThrow(/historyKey/);
    expect(() => connect({ historyKey: "\ud800" })).toThrow(/historyKey/);
    expect(() => connect({ historyKey: "Müller 学校" })).not.toThrow();
    expect(() => connect().monitor.update({ view: "?q=a\nb" })).toThrow(/view/);
    expect(() => connectRevocationMonitor(document.createElement("iframe"))).toThrow(/src/);
  });
});
