import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { WallSignIn } from "../../../src/app/wall/WallSignIn.tsx";
import { newProblem } from "../../../src/auth/newProblem.ts";
import type { Session } from "../../../src/auth/session.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import { hourMs, minuteMs, testNow } from "../../support/builders.ts";
import { renderWithText } from "../../support/renderWithText.tsx";

const call = "A person has to sign in at this screen";

beforeEach(() => sessionStorage.clear());

/** `signIn` never ends: the browser leaves the page. */
async function renderSignIn(now = testNow, hasSignedOut = false) {
  const signIn = vi.fn<Session["signIn"]>(() => new Promise(() => undefined));
  const onRetry = vi.fn();
  const session: Session = {
    getState: () => ({ kind: "starting" }),
    subscribe: () => () => undefined,
    getAccessToken: () => Promise.reject(new Error("not asked for")),
    signIn,
    switchAccount: () => undefined,
    signOut: async () => undefined,
    preload: () => undefined,
    dispose: () => undefined,
  };
  const notice = (at: number) => (
    <ClockProvider clock={() => at}>
      <WallSignIn
        session={session}
        problem={newProblem("sessionEnded", testNow)}
        hasSignedOut={hasSignedOut}
        onRetry={onRetry}
      />
    </ClockProvider>
  );
  const { unmount, rerender } = await renderWithText(notice(now));
  return { signIn, onRetry, unmount, at: (later: number) => rerender(notice(later)) };
}

describe("a wall whose sign-in has ended", () => {
  it("signs in by itself once, without a page that asks", async () => {
    const { signIn } = await renderSignIn();
    expect(signIn.mock.calls).toEqual([[{ prompt: "none" }]]);
    expect(screen.getByRole("alert")).toHaveTextContent("The sign-in is being renewed");
  });

  it("calls a person where that has just been tried", async () => {
    (await renderSignIn()).unmount();
    const { signIn } = await renderSignIn(testNow + 59 * minuteMs);
    expect(signIn).not.toHaveBeenCalled();
    expect(screen.getByRole("alert")).toHaveTextContent(call);
    expect(screen.getByRole("button", { name: "Sign in again" })).toHaveFocus();
  });

  it("tries again the next day", async () => {
    (await renderSignIn()).unmount();
    expect((await renderSignIn(testNow + 24 * hourMs)).signIn).toHaveBeenCalledOnce();
  });

  it("asks once more after an hour", async () => {
    (await renderSignIn()).unmount();
    const { onRetry, at } = await renderSignIn(testNow + minuteMs);
    expect(onRetry).not.toHaveBeenCalled();
    at(testNow + hourMs);
    expect(onRetry).toHaveBeenCalled();
  });

  it("begins nothing where the clock was set back or storage is blocked", async () => {
    (await renderSignIn()).unmount();
    expect((await renderSignIn(testNow - 10 * minuteMs)).signIn).not.toHaveBeenCalled();
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    expect((await renderSignIn(testNow + 24 * hourMs)).signIn).not.toHaveBeenCalled();
  });

  it("leaves a person's sign-out alone", async () => {
    const { signIn } = await renderSignIn(testNow, true);
    expect(signIn).not.toHaveBeenCalled();
  });

  it("may try by itself again after a person signed in", async () => {
    (await renderSignIn()).unmount();
    const { signIn, unmount } = await renderSignIn(testNow + minuteMs);
    await userEvent.click(screen.getByRole("button"));
    expect(signIn.mock.calls).toEqual([[{}]]);
    unmount();
    expect((await renderSignIn(testNow + 2 * minuteMs)).signIn).toHaveBeenCalledOnce();
  });
});
