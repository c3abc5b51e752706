import { describe, expect, it } from "vitest";
import { createLeadership } from "../../../src/monitor/group/leadership.ts";
import { createFakeBrowser } from "./fakeTabs.ts";

function startBrowser() {
  const browser = createFakeBrowser();
  return (name = "watch") => {
    const { sharing, leftovers } = browser.openTab();
    if (sharing.locks === null) throw new Error("the fake browser has locks");
    const changes: string[] = [];
    const onChange = (change: string) => changes.push(change);
    return { ...createLeadership({ name, locks: sharing.locks, onChange }), changes, leftovers };
  };
}

async function settle(): Promise<void> {
  for (let task = 0; task < 20; task += 1) await Promise.resolve();
}

describe("leadership", () => {
  it("goes to one of several", async () => {
    const open = startBrowser();
    const tabs = [open(), open(), open()];
    for (const tab of tabs) tab.setCandidate(true);
    await settle();
    expect(tabs.map(({ changes }) => changes)).toEqual([["gained"], [], []]);
  });

  it("goes on to who waits longest", async () => {
    const open = startBrowser();
    const [one, two, three] = [open(), open(), open()];
    for (const tab of [one, two, three]) tab.setCandidate(true);
    await settle();
    one.setCandidate(false);
    await settle();
    expect([one.changes, two.changes, three.changes]).toEqual([["gained", "lost"], ["gained"], []]);
  });

  it("is had once for each name", async () => {
    const open = startBrowser();
    const tabs = [open("ada"), open("hana")];
    for (const tab of tabs) tab.setCandidate(true);
    await settle();
    expect(tabs.map(({ changes }) => changes)).toEqual([["gained"], ["gained"]]);
  });

  it("can be stolen, and comes back after the thief", async () => {
    const open = startBrowser();
    const [robbed, thief] = [open(), open()];
    for (const tab of [robbed, thief]) tab.setCandidate(true);
    await settle();
    thief.steal();
    await settle();
    expect([robbed.changes, thief.changes]).toEqual([["gained", "lost"], ["gained"]]);
    thief.close();
    await settle();
    expect(robbed.changes).toEqual(["gained", "lost", "gained"]);
  });

  it("is not stolen by who is no candidate", async () => {
    const open = startBrowser();
    const [leader, other] = [open(), open()];
    leader.setCandidate(true);
    await settle();
    other.steal();
    await settle();
    expect(leader.changes).toEqual(["gained"]);
  });

  it.each(["waiting", "stealing", "leading"])("leaves nothing behind when closed while %s", async (phase) => {
    const open = startBrowser();
    const [tab, next] = [open(), open()];
    tab.setCandidate(true);
    if (phase === "stealing") tab.steal();
    if (phase === "leading") await settle();
    tab.close();
    next.setCandidate(true);
    await settle();
    expect(tab.leftovers()).toBe(0);
    expect(tab.changes).toEqual(phase === "leading" ? ["gained", "lost"] : []);
    expect(next.changes).toEqual(["gained"]);
  });
});
