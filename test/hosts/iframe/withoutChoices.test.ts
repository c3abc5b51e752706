import { describe, expect, it } from "vitest";
import { withoutChoices } from "../../../src/hosts/iframe/withoutChoices.ts";

describe("withoutChoices", () => {
  it.each([
    ["", ""],
    ["?lang=ru&theme=dark", ""],
    ["?q=north&lang=ru", "?q=north"],
    ["q=north", "?q=north"],
    ["?outcome=failed,done&theme=dark&q=a%26b", "?outcome=failed,done&q=a%26b"],
    ["?token=1&token=2", "?token=1&token=2"],
  ])("makes of %j %j", (search, left) => expect(withoutChoices(search)).toBe(left));
});
