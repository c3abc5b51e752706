import { vi } from "vitest";
import type { AppConfig } from "../../../src/app/config/parseConfig.ts";
import { parseConfig } from "../../../src/app/config/parseConfig.ts";
import type { Session, SessionState, SignedInAccount, SignInProblem } from "../../../src/auth/session.ts";

const at = Date.UTC(2026, 10, 22, 9, 30, 5);
export const clientId = "99999999-8888-4777-8666-555555555555";
const tenantId = "contoso.onmicrosoft.com";

export const ada: SignedInAccount = { id: "a", name: "Ada Admin", username: "ada@contoso.example", tenantId };
export const ben: SignedInAccount = { id: "b", name: null, username: "ben@contoso.example", tenantId };

export function config(file: Record<string, unknown> = { mode: "tenant", clientId, tenantId }): AppConfig {
  const parsed = parseConfig(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

export function problem(overrides: Partial<SignInProblem> = {}): SignInProblem {
  return {
    kind: "userNotAssigned",
    errorCode: "invalid_grant",
    aadstsCode: "AADSTS50105",
    serverMessage: "The signed in user is not assigned.",
    correlationId: "c0ffee",
    at,
    claims: null,
    needsPerson: true,
    ...overrides,
  };
}

/** A session that stays in one state and remembers what it was asked. */
export function stillSession(state: SessionState) {
  return {
    getState: () => state,
    subscribe: () => () => {},
    getAccessToken: () => Promise.reject(new Error("not asked for here")),
    signIn: vi.fn<Session["signIn"]>(async () => {}),
    switchAccount: vi.fn<Session["switchAccount"]>(),
    signOut: async () => {},
    preload: () => {},
    dispose: () => {},
  } satisfies Session;
}
