/** The emulated tenant and app registration as Entra and Graph know them. */
export const tenantId = "11111111-2222-4333-8444-555555555555";
export const tenantDomain = "contoso.onmicrosoft.com";
export const clientId = "99999999-8888-4777-8666-555555555555";

export const appOrigin = "https://app.contoso.example";
export const loginOrigin = "https://login.microsoftonline.com";
export const graphOrigin = "https://graph.microsoft.com";

/** Of the app's own site, of another one, and of nobody whom the app lists. */
export const portalOrigins = {
  sameSite: "https://portal.contoso.example",
  crossSite: "https://portal.fabrikam.example",
  stranger: "https://stranger.example",
} as const;

export const redirectUri = `${appOrigin}/redirect.html`;
/** Where a portal that lets people sign in by itself serves the package's page. */
export const portalRedirectUri = `${portalOrigins.sameSite}/sign-in/redirect.html`;
export const appsReadScope = `${graphOrigin}/DeviceManagementApps.Read.All`;

/** Paths of one tenant's endpoints, as MSAL has them built in. */
export const entraPaths = {
  authorize: `/${tenantId}/oauth2/v2.0/authorize`,
  token: `/${tenantId}/oauth2/v2.0/token`,
  logout: `/${tenantId}/oauth2/v2.0/logout`,
  keys: `/${tenantId}/discovery/v2.0/keys`,
  openIdConfiguration: `/${tenantId}/v2.0/.well-known/openid-configuration`,
  instanceDiscovery: "/common/discovery/instance",
} as const;

const endpoint = (path: string) => loginOrigin + path;

/** https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document */
export const openIdConfiguration = {
  token_endpoint: endpoint(entraPaths.token),
  token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
  jwks_uri: endpoint(entraPaths.keys),
  response_modes_supported: ["query", "fragment", "form_post"],
  subject_types_supported: ["pairwise"],
  id_token_signing_alg_values_supported: ["RS256"],
  response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
  scopes_supported: ["openid", "profile", "email", "offline_access"],
  issuer: `${loginOrigin}/${tenantId}/v2.0`,
  request_uri_parameter_supported: false,
  userinfo_endpoint: `${graphOrigin}/oidc/userinfo`,
  authorization_endpoint: endpoint(entraPaths.authorize),
  http_logout_supported: true,
  frontchannel_logout_supported: true,
  end_session_endpoint: endpoint(entraPaths.logout),
  tenant_region_scope: "EU",
  cloud_instance_name: "microsoftonline.com",
  cloud_graph_host_name: "graph.windows.net",
  msgraph_host: "graph.microsoft.com",
  rbac_url: "https://pas.windows.net",
} as const;

export const instanceDiscovery = {
  tenant_discovery_endpoint: endpoint(entraPaths.openIdConfiguration),
  "api-version": "1.1",
  metadata: [
    {
      preferred_network: "login.microsoftonline.com",
      preferred_cache: "login.windows.net",
      aliases: ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"],
    },
  ],
} as const;
