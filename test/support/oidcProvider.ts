import { randomBytes } from "node:crypto";
import { interactionPolicy, type KoaContextWithOIDC, Provider } from "oidc-provider";
import {
  appOrigin,
  appsReadScope,
  clientId,
  entraPaths,
  openIdConfiguration,
  portalOrigins,
  portalRedirectUri,
  redirectUri,
  tenantId,
} from "./entra.ts";
import { signOutPage } from "./signInPage.ts";

/** The OpenID provider underneath: one single-page app, PKCE, refresh tokens, consent given. */
export function createProvider(accessTokenSeconds: () => number): Provider {
  const cookie = { sameSite: "none", secure: true, signed: true } as const;
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);
  const provider: Provider = new Provider(openIdConfiguration.issuer, {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: "none",
        application_type: "web",
        redirect_uris: [redirectUri, portalRedirectUri],
        post_logout_redirect_uris: [redirectUri, `${appOrigin}/`, `${appOrigin}/index.html`],
        response_types: ["code"],
        grant_types: ["authorization_code", "refresh_token"],
      },
    ],
    clientBasedCORS: (_context, origin) => [appOrigin, portalOrigins.sameSite].includes(origin),
    scopes: ["openid", "offline_access", appsReadScope],
    claims: { openid: ["sub", "oid", "tid"], profile: ["name", "preferred_username"] },
    conformIdTokenClaims: false,
    responseTypes: ["code"],
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    findAccount: async (_context, id) => ({ accountId: id, claims: async () => claimsOf(id) }),
    loadExistingGrant: (context) => grantEverything(provider, context),
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3_600,
      RefreshToken: 86_400,
      Session: 86_400,
      Interaction: 600,
      Grant: 86_400,
    },
    cookies: { keys: [randomBytes(16).toString("hex")], long: cookie, short: cookie },
    interactions: { policy, url: (_context, interaction) => `/signin/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = signOutPage(form);
        },
      },
    },
    routes: {
      authorization: entraPaths.authorize,
      token: entraPaths.token,
      end_session: entraPaths.logout,
      jwks: entraPaths.keys,
      userinfo: "/oidc/userinfo",
    },
  });
  return provider;
}

async function grantEverything(provider: Provider, context: KoaContextWithOIDC) {
  const { client, session, params } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? ""));
  await grant.save();
  return grant;
}

function claimsOf(username: string) {
  const name = username === "ada" ? "Ada Admin" : "Hana Helpdesk";
  return { sub: username, oid: username, tid: tenantId, name, preferred_username: `${username}@contoso.com` };
}
