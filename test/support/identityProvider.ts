import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import type { Provider } from "oidc-provider";
import {
  appOrigin,
  appsReadScope,
  clientId,
  entraPaths,
  instanceDiscovery,
  loginOrigin,
  openIdConfiguration,
  redirectUri,
  tenantDomain,
  tenantId,
} from "./entra.ts";
import {
  defaultIdentityControls,
  type EntraFailure,
  entraFailures,
  failureRedirect,
  tokenFailureBody,
} from "./identityControls.ts";
import { readBody } from "./nodeRequests.ts";
import { createProvider } from "./oidcProvider.ts";
import { signInPage } from "./signInPage.ts";

export interface IdentityRequest {
  readonly method: string;
  readonly path: string;
  /** Asked for by a hidden frame, not by the whole page. */
  readonly isFramed: boolean;
  /** Query and form parameters together. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A local identity provider on Entra's own paths, so that the production configuration signs in against it. */
export type IdentityProvider = ReturnType<typeof createIdentityProvider>;

type Context = Parameters<Parameters<Provider["use"]>[0]>[0];

export interface IssuedAccessToken {
  readonly username: string;
  /** Epoch ms, like `expiresAt`. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The `claims` parameter with which the token was asked for. */
  readonly claims: string | null;
}

export function createIdentityProvider() {
  let controls = defaultIdentityControls();
  let requests: IdentityRequest[] = [];
  let aheadMs = 0;
  const errors: string[] = [];
  const accessTokens = new Map<string, IssuedAccessToken>();
  const secrets = new Set<string>();
  const provider = createProvider(() => controls.accessTokenSeconds);
  provider.on("server_error", (_context, error) => errors.push(error.stack ?? error.message));

  provider.use(async (context, next) => {
    context.path = context.path.replace(`/${tenantDomain}/`, `/${tenantId}/`);
    const request = await readRequest(context);
    requests.push(request);
    if (answerMetadata(context) || (await answerSignIn(provider, context, request))) return;
    const failure = failureFor(request);
    if (failure) return answerFailure(context, request, failure);
    completeParameters(context);
    await next();
    if (request.path === entraPaths.token) remember(context, request.parameters);
    nameLoginRequired(context, request);
  });

  function failureFor({ path, parameters, isFramed }: IdentityRequest): EntraFailure | null {
    if (path === entraPaths.authorize) return isFramed ? controls.silentFailure : controls.interactiveFailure;
    if (path !== entraPaths.token) return null;
    return parameters.grant_type === "refresh_token" ? controls.refreshFailure : controls.codeFailure;
  }

  function remember(context: Context, parameters: Readonly<Record<string, string>>): void {
    const body = context.body;
    if (!isTokenAnswer(body)) return;
    const username = subjectOf(body.id_token);
    for (const secret of [body.access_token, body.refresh_token]) if (secret) secrets.add(secret);
    const issuedAt = Date.now();
    const expiresAt = issuedAt + body.expires_in * 1_000;
    accessTokens.set(body.access_token, { username, issuedAt, expiresAt, claims: parameters.claims ?? null });
    const client_info = base64url({ uid: username, utid: tenantId });
    const id_token = datedAhead(body.id_token, aheadMs);
    context.body = { ...body, id_token, client_info, ext_expires_in: body.expires_in };
  }

  const handle: RequestListener = (incoming, outgoing) => {
    const isCut =
      controls.unreachable === "everything" || (controls.unreachable === "token" && isToken(incoming));
    if (isCut) incoming.socket.destroy();
    else void provider.callback()(incoming, outgoing);
  };

  return {
    handle,
    get controls() {
      return controls;
    },
    get requests(): readonly IdentityRequest[] {
      return requests;
    },
    get errors(): readonly string[] {
      return errors;
    },
    /** Every access and refresh token that was ever issued. */
    get secrets(): ReadonlySet<string> {
      return secrets;
    },
    tokenRequests: (grantType: string) =>
      requests.filter(
        ({ path, parameters }) => path === entraPaths.token && parameters.grant_type === grantType,
      ),
    /** As an app of its own would get one for this person, with the scope of this one. */
    issue: (username: string, claims: string | null): string => {
      const accessToken = `portal.${randomUUID()}`;
      secrets.add(accessToken);
      const issuedAt = Date.now();
      const expiresAt = issuedAt + controls.accessTokenSeconds * 1_000;
      accessTokens.set(accessToken, { username, issuedAt, expiresAt, claims });
      return accessToken;
    },
    /** `null` for a token that was never issued here or has run out. */
    inspect: (accessToken: string): IssuedAccessToken | null => {
      const issued = accessTokens.get(accessToken);
      return issued && issued.expiresAt > Date.now() ? issued : null;
    },
    /** ID tokens are dated so far ahead of the computer's clock. */
    setAhead: (ms: number) => {
      aheadMs = ms;
    },
    reset: () => {
      aheadMs = 0;
      controls = defaultIdentityControls();
      requests = [];
      errors.length = 0;
    },
  };
}

function answerMetadata(context: Context): boolean {
  const documents: Readonly<Record<string, object>> = {
    [entraPaths.openIdConfiguration]: openIdConfiguration,
    [entraPaths.instanceDiscovery]: instanceDiscovery,
  };
  const document = documents[context.path];
  if (!document) return false;
  context.set("Access-Control-Allow-Origin", "*");
  context.body = document;
  return true;
}

async function answerSignIn(
  provider: Provider,
  context: Context,
  request: IdentityRequest,
): Promise<boolean> {
  const [, interactionId] = /^\/signin\/([\w-]+)$/.exec(request.path) ?? [];
  if (!interactionId) return false;
  context.set("X-Frame-Options", "DENY");
  if (request.method === "GET") {
    const { params } = await provider.interactionDetails(context.req, context.res);
    context.body = signInPage(interactionId, String(params.login_hint ?? "ada"));
    return true;
  }
  const result = signInResult(request.parameters);
  context.redirect(await provider.interactionResult(context.req, context.res, result));
  return true;
}

function signInResult({ choice, username = "" }: Readonly<Record<string, string>>) {
  if (choice === "cancel")
    return {
      error: "access_denied",
      error_description: "The user has cancelled the sign-in.",
    };
  return { login: { accountId: username.split("@")[0] ?? username }, select_account: {} };
}

function answerFailure(context: Context, { path, parameters }: IdentityRequest, failure: EntraFailure): void {
  if (path === entraPaths.authorize) {
    context.redirect(
      failureRedirect(failure, parameters.redirect_uri ?? redirectUri, parameters.state ?? ""),
    );
    return;
  }
  context.status = 400;
  context.set("Access-Control-Allow-Origin", appOrigin);
  context.body = tokenFailureBody(failure);
}

/** Nobody is signed in, in Entra's words. */
function nameLoginRequired(context: Context, request: IdentityRequest): void {
  if (
    request.path === entraPaths.authorize &&
    context.response.get("location").includes("error=login_required")
  )
    answerFailure(context, request, entraFailures.loginRequired);
}

/** Entra knows the app from the session when it signs out, and grants every consented scope of a resource at once. */
function completeParameters(context: Context): void {
  const { scope } = context.query;
  if (context.path === entraPaths.logout) context.query = { client_id: clientId, ...context.query };
  if (context.path === entraPaths.authorize && typeof scope === "string")
    context.query = { ...context.query, scope: [...new Set([...scope.split(" "), appsReadScope])].join(" ") };
}

async function readRequest(context: Context): Promise<IdentityRequest> {
  const form = context.method === "POST" ? await readForm(context.req) : {};
  const query = Object.entries(context.query).map(([name, value]) => [name, String(value)]);
  return {
    method: context.method,
    path: context.path,
    isFramed: context.get("Sec-Fetch-Dest") === "iframe",
    parameters: { ...Object.fromEntries(query), ...form },
  };
}

/**
 * Leaves the parsed form where the provider looks for a body that was already read. A refresh keeps the scopes that
 * were granted: the provider would count `offline_access` as a new one.
 */
async function readForm(incoming: IncomingMessage & { body?: unknown }): Promise<Record<string, string>> {
  const form = Object.fromEntries(new URLSearchParams((await readBody(incoming)).toString()));
  const { scope: _, ...withoutScope } = form;
  incoming.body = form.grant_type === "refresh_token" ? withoutScope : form;
  return form;
}

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token: string;
  readonly expires_in: number;
}

function isTokenAnswer(body: unknown): body is TokenAnswer {
  return typeof body === "object" && body !== null && "access_token" in body && "id_token" in body;
}

function subjectOf(idToken: string): string {
  const claims: unknown = JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString());
  return typeof claims === "object" && claims !== null && "sub" in claims ? String(claims.sub) : "";
}

/** Without a signature that holds: a single-page application trusts the connection, and checks none. */
function datedAhead(idToken: string, aheadMs: number): string {
  const [header, payload = "", signature] = idToken.split(".");
  const claims: Readonly<Record<string, unknown>> = JSON.parse(Buffer.from(payload, "base64url").toString());
  const later = (seconds: unknown) => Number(seconds) + Math.round(aheadMs / 1_000);
  const dated = { ...claims, iat: later(claims.iat), exp: later(claims.exp) };
  return aheadMs === 0 ? idToken : [header, base64url(dated), signature].join(".");
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function isToken({ url = "" }: IncomingMessage): boolean {
  return new URL(url, loginOrigin).pathname.endsWith("/oauth2/v2.0/token");
}
