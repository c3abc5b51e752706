import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openParentChannel, type ParentChannel } from "../../../src/hosts/iframe/parentChannel.ts";
import { sealed } from "../../../src/hosts/messages/envelope.ts";
import { fakeWindow } from "./fakeWindows.ts";

const portal = "https://portal.contoso.example";
const other = "https://portal.fabrikam.example";
const appOrigin = "https://app.contoso.example";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openFrame(origins: readonly string[] = [portal]) {
  const [frame, parent] = [fakeWindow(appOrigin), fakeWindow(portal)];
  frame.window.parent = parent.window;
  let channel: ParentChannel | null = null;
  void openParentChannel(frame.window, origins).then((opened) => {
    channel = opened;
  });
  const hello = parent.last("hello") as { readonly conversation: string } | undefined;
  const conversation = hello?.conversation ?? "";
  const fromParent = { source: parent.window, origin: portal };
  return {
    frame,
    parent,
    conversation,
    fromParent,
    arrive: async (said: object, from: { source: unknown; origin: string } = fromParent) => {
      frame.arrive(sealed(conversation, said), from);
      await vi.advanceTimersByTimeAsync(0);
    },
    channel: () => channel,
  };
}

const ready = { type: "ready", hasAccessTokens: true };
const request = { scopes: ["https://graph.microsoft.com/DeviceManagementApps.Read.All"] };

async function openReady() {
  const opened = openFrame();
  await opened.arrive(ready);
  const channel = opened.channel();
  if (channel === null) throw new Error("the parent was not heard");
  return { ...opened, channel };
}

describe("before the parent has answered", () => {
  it("greets the listed origins by name, and no other", async () => {
    const { parent } = openFrame([portal, other]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(new Set(parent.posted.map(({ targetOrigin }) => targetOrigin))).toEqual(new Set([portal, other]));
    expect(new Set(parent.heard())).toEqual(new Set(["hello"]));
    expect(parent.posted).toHaveLength(6);
  });

  it.each<[string, (opened: ReturnType<typeof openFrame>) => readonly [object, object]]>([
    ["of an origin that is not listed", ({ fromParent }) => [ready, { ...fromParent, origin: other }]],
    ["of an opaque origin", ({ fromParent }) => [ready, { ...fromParent, origin: "null" }]],
    ["of another window of that origin", ({ fromParent }) => [ready, { ...fromParent, source: {} }]],
    ["without a window", ({ fromParent }) => [ready, { ...fromParent, source: null }]],
    ["of a later version", ({ fromParent }) => [{ ...ready, version: 2 }, fromParent]],
    ["of another shape", ({ fromParent }) => [{ ...ready, hasAccessTokens: "yes" }, fromParent]],
    ["for an earlier load", ({ fromParent }) => [{ ...ready, conversation: "an-earlier-load" }, fromParent]],
    ["that is no answer to hello", ({ fromParent }) => [{ type: "update", theme: "dark" }, fromParent]],
  ])("ignores a message %s", async (_, forge) => {
    const opened = openFrame();
    const [said, from] = forge(opened);
    await opened.arrive(said, from as { source: unknown; origin: string });
    expect(opened.channel()).toBeNull();
    await opened.arrive(ready);
    expect(opened.channel()).not.toBeNull();
  });
});

describe("a parent that has answered", () => {
  it("is greeted no more, and answers once", async () => {
    const { parent, channel, arrive } = await openReady();
    const greetings = parent.posted.length;
    await arrive({ ...ready, hasAccessTokens: false, theme: "dark" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(parent.posted).toHaveLength(greetings);
    expect(channel.settings).toEqual({ hasAccessTokens: true });
    expect(channel.origin).toBe(portal);
  });

  it("is asked for access tokens, each answer being of its request", async () => {
    const { parent, channel, arrive } = await openReady();
    const [first, second] = [
      channel.getAccessToken(request),
      channel.getAccessToken({ ...request, claims: "{}" }),
    ];
    expect(parent.posted.slice(-2)).toMatchObject([
      { targetOrigin: portal, data: { type: "getaccesstoken", request: 1, ...request } },
      { targetOrigin: portal, data: { type: "getaccesstoken", request: 2, ...request, claims: "{}" } },
    ]);
    await arrive({ type: "accesstoken", request: 2, accessToken: "second" });
    await arrive({ type: "accesstoken", request: 1, accessToken: "first" });
    await expect(Promise.all([first, second])).resolves.toEqual(["first", "second"]);
  });

  it("may refuse one", async () => {
    const { channel, arrive } = await openReady();
    const refused = expect(channel.getAccessToken(request)).rejects.toThrow("no access token");
    await arrive({ type: "accesstokenrefused", request: 1 });
    await refused;
  });

  it.each<[string, object, object]>([
    ["of another origin", {}, { origin: other }],
    ["of another window", {}, { source: {} }],
    ["for an earlier load", { conversation: "an-earlier-load" }, {}],
    ["to another request", { request: 7 }, {}],
    ["without a token", { accessToken: "" }, {}],
  ])("is not replaced by an answer %s", async (_, forged, from) => {
    const { channel, arrive, fromParent } = await openReady();
    const answered = vi.fn();
    void channel.getAccessToken(request).then(answered);
    const said = { type: "accesstoken", request: 1, accessToken: "forged", ...forged };
    await arrive(said, { ...fromParent, ...from });
    expect(answered).not.toHaveBeenCalled();
    await arrive({ type: "accesstoken", request: 1, accessToken: "given" });
    await arrive({ type: "accesstoken", request: 1, accessToken: "replayed" });
    expect(answered.mock.calls).toEqual([["given"]]);
  });

  it("is heard when it chooses anew, also before anybody listens", async () => {
    const { channel, arrive } = await openReady();
    await arrive({ type: "update", theme: "dark" });
    await arrive({ type: "update", locale: "ru" });
    const listener = vi.fn();
    const stop = channel.subscribe(listener);
    await arrive({ type: "update", view: "?q=north" });
    stop();
    await arrive({ type: "update", theme: "light" });
    expect(listener.mock.calls).toEqual([[{ theme: "dark", locale: "ru" }], [{ view: "?q=north" }]]);
  });

  it("alone is spoken to, by its origin", async () => {
    const { parent, channel } = await openReady();
    channel.say({ type: "height", height: 640 });
    expect(parent.posted.at(-1)).toMatchObject({
      targetOrigin: portal,
      data: { type: "height", height: 640 },
    });
    expect(parent.posted.map(({ targetOrigin }) => targetOrigin)).not.toContain("*");
  });
});
