import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { DemoMark } from "../../src/dashboard/DemoMark.tsx";
import { GraphError, type GraphErrorKind } from "../../src/graph/graphError.ts";
import { aResult, aSnapshot, aVppToken, aWatch, minuteMs, testNow } from "../support/builders.ts";
import { renderDashboard, shownNames } from "../support/renderDashboard.tsx";

const failed = aVppToken({
  id: "token-2",
  displayName: "Old tenant",
  actionResults: [
    aResult({ actionState: "failed", totalLicensesCount: 50, failedLicensesCount: 50 }),
    aResult({ actionState: "done", totalLicensesCount: 2, failedLicensesCount: 3 }),
  ],
});
const mixed = aWatch({ snapshot: aSnapshot([aVppToken(), failed]) });
const quiet = aVppToken({ actionResults: [] });
const firstSentence = () => screen.getByRole("heading", { level: 2 }).textContent;

describe("first sentence", () => {
  it.each([
    ["5 running, 4 need attention", Array(5).fill("active"), Array(4).fill("failed")],
    ["1 running, 1 needs attention", ["pending"], ["failed"]],
    ["2 running, none failed, none done with failures", ["active", "pending"], []],
    ["Nothing is running, 1 needs attention", [], ["failed"]],
    ["Nothing is running, none failed, none done with failures", [], ["canceled"]],
  ] as const)("answers %j", async (sentence, running, rest) => {
    const actionResults = [...running, ...rest].map((actionState) => aResult({ actionState }));
    await renderDashboard({ watch: aWatch({ snapshot: aSnapshot([aVppToken({ actionResults })]) }) });
    expect(firstSentence()).toBe(sentence);
  });

  it("answers in Russian", async () => {
    await renderDashboard({ watch: mixed, locale: "ru" });
    expect(firstSentence()).toBe("Выполняется: 1, требуют внимания: 2");
  });
});

describe("status line", () => {
  const answered = { lastReadAt: testNow - 6 * minuteMs, nextReadAt: testNow + 40_000 };

  it.each([
    ["live", {}, "Live", "updated 4 s ago · next look in 6 s"],
    ["late", { nextReadAt: testNow - 9_000 }, "Late", "updated 4 s ago · looking now"],
    ["stale", answered, "Stale", "Last answer from Graph 6 minutes ago. Trying again in 40 seconds."],
    [
      "failing",
      answered,
      "Not answering",
      "Last answer from Graph 6 minutes ago. Trying again in 40 seconds.",
    ],
    ["throttled", answered, "Throttled", "Last answer from Graph 6 minutes ago. Trying again in 40 seconds."],
    [
      "offline",
      answered,
      "Offline",
      "Last answer from Graph 6 minutes ago. Reading goes on when the network is back.",
    ],
    ["paused", answered, "Paused", "Last answer from Graph 6 minutes ago. Nothing is read until you resume."],
    ["signInNeeded", answered, "Sign-in needed", "Last answer from Graph 6 minutes ago."],
    ["denied", answered, "No access", "Last answer from Graph 6 minutes ago. Trying again in 40 seconds."],
    ["denied", { ...answered, lastReadAt: null }, "No access", "Trying again in 40 seconds."],
  ] as const)("says that the watch is %s", async (health, facts, word, age) => {
    await renderDashboard({ watch: aWatch({ ...facts, health }) });
    expect(screen.getByRole("status")).toHaveTextContent(`${word}${age}`);
  });

  it("says it is stale in Russian", async () => {
    await renderDashboard({ watch: aWatch({ ...answered, health: "stale" }), locale: "ru" });
    expect(screen.getByRole("status")).toHaveTextContent(
      "УстарелоПоследний ответ Graph 6 минут назад. Повтор через 40 секунд.",
    );
  });

  it("keeps ticking seconds out of what is announced", async () => {
    await renderDashboard();
    const age = within(screen.getByRole("status")).getByText(/updated 4 s ago/);
    expect(age).toHaveAttribute("aria-live", "off");
  });

  it("pauses, resumes and refreshes", async () => {
    const [refresh, setPaused] = [vi.fn(), vi.fn()];
    const { user, update } = await renderDashboard({ watch: aWatch({ refresh, setPaused }) });
    await user.click(screen.getByRole("button", { name: "Refresh now" }));
    expect(refresh).toHaveBeenCalledOnce();
    await user.click(screen.getByRole("button", { name: "Pause" }));
    expect(setPaused).toHaveBeenLastCalledWith(true);
    update(aWatch({ setPaused, isPaused: true, health: "paused" }));
    await user.click(screen.getByRole("button", { name: "Resume" }));
    expect(setPaused).toHaveBeenLastCalledWith(false);
  });
});

describe("summary", () => {
  const tile = (name: RegExp) => screen.getByRole("button", { name });

  it("counts every outcome and filters by it", async () => {
    const { user, lastView } = await renderDashboard({ watch: mixed });
    expect(tile(/^With failures/)).toHaveTextContent("With failures2");
    expect(tile(/^Ended well/)).toHaveTextContent("Ended well0");
    await user.click(tile(/^With failures/));
    expect(lastView().outcomes).toEqual(["doneWithFailures", "failed"]);
    expect(tile(/^With failures/)).toHaveAttribute("aria-pressed", "true");
    await waitFor(() => expect(shownNames()).toEqual(["Old tenant", "Old tenant"]));
    await user.click(tile(/^Running/));
    expect(shownNames()).toHaveLength(3);
    await user.click(tile(/^With failures/));
    expect(shownNames()).toEqual(["North District"]);
  });

  it("shows other outcomes only when there are some", async () => {
    const { update } = await renderDashboard({ watch: mixed });
    expect(screen.queryByRole("button", { name: /^Other/ })).toBeNull();
    const odd = aVppToken({ actionResults: [aResult({ actionState: "none" })] });
    update(aWatch({ snapshot: aSnapshot([odd]) }));
    expect(tile(/^Other/)).toHaveTextContent("Other1");
  });

  it("labels sums as attempts and says what is left out", async () => {
    await renderDashboard({ watch: mixed });
    expect(screen.getByText("attempts 1,250 · failed 70").parentElement).toHaveTextContent(
      "attempts 1,250 · failed 70 (1 left out)",
    );
  });
});

describe("search", () => {
  it("filters as one types and clears with one click", async () => {
    const { user, lastView } = await renderDashboard({ watch: mixed });
    const field = await screen.findByRole("searchbox", { name: "Search VPP tokens" });
    // What replaces the table is loaded then, which React's tests have to wait for.
    const type = (words: string) => act(async () => user.type(field, words));
    await type("north");
    expect(lastView().q).toBe("north");
    expect(shownNames()).toEqual(["North District"]);
    await type(" nowhere");
    expect(screen.queryByRole("table")).toBeNull();
    expect(await screen.findByText("3 revocations are hidden by the search or the filters.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Show all" }));
    expect(shownNames()).toHaveLength(3);
  });
});

describe("first load", () => {
  const starting = { health: "starting", isReading: true, lastReadAt: null, nextReadAt: null } as const;

  it("claims nothing before the first page", async () => {
    await renderDashboard({ watch: aWatch({ ...starting, snapshot: null }) });
    expect(firstSentence()).toBe("Reading VPP tokens");
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.queryByText(/No /)).toBeNull();
  });

  it("shows rows of the first pages without totals", async () => {
    const snapshot = aSnapshot([aVppToken(), failed], { isComplete: false });
    await renderDashboard({ watch: aWatch({ ...starting, snapshot }) });
    expect(shownNames()).toHaveLength(3);
    expect(screen.getByRole("status")).toHaveTextContent("2 tokens read so far");
    expect(screen.queryByText(/^attempts/)).toBeNull();
    expect(screen.getByRole("button", { name: "Running" })).toBeVisible();
  });

  it("does not call a first page without results empty", async () => {
    await renderDashboard({
      watch: aWatch({ ...starting, snapshot: aSnapshot([quiet], { isComplete: false }) }),
    });
    expect(screen.queryByText("No revocations are reported")).toBeNull();
  });
});

describe("nothing to show", () => {
  it.each([
    ["No VPP tokens are visible to you", [], /scope tags of your Intune role.*Tokens are added in/],
    ["No revocations are reported", [quiet], /^1 VPP token is watched\./],
    [
      "Graph does not report action results",
      [aVppToken({ actionResults: null })],
      /This is not the same as none\.$/,
    ],
    [
      "No revocations in what could be read",
      [aVppToken({ actionResults: [], unreadableResults: [{ kind: "unreadable", raw: 42 }] })],
      /a revocation may be in it\. This is not the same as none/,
    ],
  ])("says: %s", async (sentence, tokens, help) => {
    await renderDashboard({ watch: aWatch({ snapshot: aSnapshot(tokens) }) });
    expect(firstSentence()).toBe(sentence);
    expect(screen.getByText(help)).toBeVisible();
    expect(screen.queryByRole("table")).toBeNull();
  });
});

describe("problems", () => {
  const titles = {
    unauthorized: "Microsoft Graph did not accept the access token",
    forbidden: "You are signed in, but Intune does not let you read VPP tokens.",
    notFound: "Microsoft Graph does not know the list of VPP tokens",
    throttled: "Microsoft Graph asked us to wait 30 s",
    serverError: "Microsoft Graph or Intune has an internal problem",
    refused: "Microsoft Graph refused the request",
    network: "Microsoft Graph cannot be reached",
    timeout: "Microsoft Graph did not answer in time",
    unreadableAnswer: "The answer is not what Microsoft Graph sends",
    badPaging: "Microsoft Graph’s list of VPP tokens leads astray",
    signInUnavailable: "No access token has come",
  } as const satisfies Record<Exclude<GraphErrorKind, "signInNeeded">, string>;

  it.each(Object.entries(titles))("tells what happened, keeps the data: %s", async (kind, title) => {
    // Object.entries forgets which keys a record has.
    const problem = new GraphError(kind as GraphErrorKind, { retryAfterMs: 30_000 });
    await renderDashboard({ watch: aWatch({ problem, health: "failing" }) });
    expect(screen.getByRole("group", { name: title })).toBeVisible();
    expect(shownNames()).toEqual(["North District"]);
  });

  it("gives what to quote, and retries", async () => {
    const refresh = vi.fn();
    const problem = new GraphError("serverError", {
      status: 503,
      code: "serviceUnavailable",
      graphMessage: "Intune is busy.\r\nActivity ID: a-1",
      requestId: "r-1",
      clientRequestId: "c-1",
      date: "2026-11-22T11:19:58",
    });
    const { user } = await renderDashboard({ watch: aWatch({ problem, health: "failing", refresh }) });
    for (const line of [
      "status: 503 serviceUnavailable",
      "message: Intune is busy. Activity ID: a-1",
      "request-id: r-1",
      "client-request-id: c-1",
      "date: 2026-11-22T11:19:58",
    ]) {
      expect(screen.getByText(line)).toBeVisible();
    }
    await user.click(screen.getByRole("button", { name: "Copy for support" }));
    expect(await navigator.clipboard.readText()).toBe(
      "status: 503 serviceUnavailable\nmessage: Intune is busy. Activity ID: a-1\nrequest-id: r-1\nclient-request-id: c-1\ndate: 2026-11-22T11:19:58",
    );
    await user.click(screen.getByRole("button", { name: "Retry now" }));
    expect(refresh).toHaveBeenCalledOnce();
  });

  it("names the role that is missing", async () => {
    const watch = aWatch({ snapshot: null, problem: new GraphError("forbidden"), health: "denied" });
    await renderDashboard({ watch });
    const notice = screen.getByRole("group", { name: /Intune does not let you read VPP tokens/ });
    expect(notice).toHaveTextContent(
      "Ask for a role with read on Managed apps (for example Read Only Operator or Help Desk Operator).",
    );
    expect(notice).toHaveTextContent(/Privileged Identity Management, activate it, then retry\./);
    expect(notice).toHaveTextContent(
      "If you have the role, ask whether its scope tags cover the VPP tokens.",
    );
    expect(screen.queryByRole("searchbox")).toBeNull();
  });

  it("leaves a needed sign-in to the host", async () => {
    const watch = aWatch({ problem: new GraphError("signInNeeded"), health: "signInNeeded" });
    await renderDashboard({ watch, signInNotice: <p>Continue to sign in</p> });
    expect(screen.getByText("Continue to sign in")).toBeVisible();
    expect(shownNames()).toEqual(["North District"]);
  });
});

describe("data that the table cannot show", () => {
  it("shows raw what could not be read", async () => {
    const odd = aVppToken({ unreadableResults: [{ kind: "unreadable", raw: 42 }] });
    const { user } = await renderDashboard({ watch: aWatch({ snapshot: aSnapshot([odd]) }) });
    await user.click(await screen.findByRole("button", { name: "1 result could not be read" }));
    expect(screen.getByRole("region", { name: "1 result could not be read" })).toHaveTextContent(
      '"received": 42',
    );
  });

  it("lists other actions and tokens without results", async () => {
    const other = aVppToken({ actionResults: [aResult({ kind: "other", actionName: "syncLicenses" })] });
    const silent = aVppToken({ id: "token-9", displayName: "Silent", actionResults: null });
    const { user } = await renderDashboard({
      watch: aWatch({ snapshot: aSnapshot([other, silent, failed]) }),
    });
    await user.click(
      await screen.findByRole("button", {
        name: "1 other action on VPP tokens is not reported as a revocation",
      }),
    );
    expect(screen.getByText("North District · syncLicenses · active")).toBeVisible();
    await user.click(
      screen.getByRole("button", { name: "Graph does not report action results for 1 token" }),
    );
    expect(screen.getByText("Silent")).toBeVisible();
  });

  it("says nothing when there is nothing to say", async () => {
    await renderDashboard({ watch: mixed });
    expect(screen.queryByText(/could not be read|not reported as a revocation|does not report/)).toBeNull();
  });
});

describe("demo", () => {
  it("is marked whenever data is not real", async () => {
    await renderDashboard({ demo: { scenario: "mixed", scenarios: ["mixed"], Mark: DemoMark } });
    expect(await screen.findByText("Demo data")).toBeVisible();
    expect(screen.getByText("An emulated tenant, not yours.")).toBeVisible();
  });

  it("opens another scenario by choice", async () => {
    const { user, lastView } = await renderDashboard({
      demo: { scenario: "mixed", scenarios: ["mixed", "quiet"], Mark: DemoMark },
    });
    await user.selectOptions(await screen.findByRole("combobox", { name: "Demo scenario" }), "quiet");
    expect(lastView()).toMatchObject({ scenario: "quiet", action: null });
  });

  it("is not marked for a tenant", async () => {
    await renderDashboard();
    expect(screen.queryByText("Demo data")).toBeNull();
  });
});
