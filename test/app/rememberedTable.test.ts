import { describe, expect, it } from "vitest";
import { rememberTable, withRememberedTable } from "../../src/app/rememberedTable.ts";
import { parseViewState, serializeViewState } from "../../src/dashboard/viewState.ts";

function keeping(text: string | null) {
  let kept = text;
  const write = (next: string) => {
    kept = next;
    return true;
  };
  return { read: () => kept, write, subscribe: () => () => undefined };
}
const opened = (search: string, kept: string | null) =>
  serializeViewState(withRememberedTable(parseViewState(search), keeping(kept)));

describe("the table as it was left", () => {
  it.each([
    ["?lang=ru", "?density=compact&group=token", "?group=token&density=compact&lang=ru"],
    ["", "?columns=token,state&q=mine", "?columns=token,state"],
    ["?q=a", "?density=compact", "?q=a"],
    ["?columns=token", "?density=compact", "?columns=token"],
    ["", "nonsense", ""],
    ["", null, ""],
  ])("opens %j with %j as %j", (search, kept, shown) => {
    expect(opened(search, kept)).toBe(shown);
  });

  it("is kept when it changes, and only then", () => {
    const kept = keeping("before");
    rememberTable(parseViewState(""), parseViewState("?q=a&sort=state"), kept);
    expect(kept.read()).toBe("before");
    rememberTable(parseViewState("?q=a"), parseViewState("?q=a&density=compact"), kept);
    expect(kept.read()).toBe("?density=compact");
    rememberTable(parseViewState("?density=compact"), parseViewState(""), kept);
    expect(kept.read()).toBe("");
  });
});
