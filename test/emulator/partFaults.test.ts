import { expect, it } from "vitest";
import { tooManyRequests } from "../../src/emulator/errors.ts";
import { spoilParts } from "../../src/emulator/partFaults.ts";
import { emulated } from "./emulated.ts";

const list = "/deviceAppManagement/vppTokens";

it("spoils the parts that it is asked to, and no other", async () => {
  const fault = spoilParts((url, exchange) =>
    url.endsWith("?$top=1") ? tooManyRequests(exchange, 60, false) : null,
  );
  const graph = emulated({ fault });
  const { responses } = await (await graph.batch([list, `${list}?$top=1`])).json();
  expect(responses).toMatchObject([
    { id: "0", status: 200, body: { value: expect.any(Array) } },
    { id: "1", status: 429, headers: { "Retry-After": "60" }, body: { error: { code: "TooManyRequests" } } },
  ]);
  expect((await graph.get()).status).toBe(200);
});
