interface Cloud {
  readonly graphOrigin: string;
  readonly loginOrigin: string;
  /** Microsoft Intune admin center, without a closing slash. */
  readonly adminCenterUrl: string;
}

/**
 * Microsoft's clouds. DoD has a Graph of its own and shares sign-in and admin center with GCC High.
 * Sources: https://learn.microsoft.com/graph/deployments,
 * https://learn.microsoft.com/intune/intune-service/fundamentals/intune-us-government-endpoints,
 * https://learn.microsoft.com/intune/intune-service/fundamentals/china-endpoints
 */
export const clouds = {
  global: {
    graphOrigin: "https://graph.microsoft.com",
    loginOrigin: "https://login.microsoftonline.com",
    adminCenterUrl: "https://intune.microsoft.com",
  },
  usGov: {
    graphOrigin: "https://graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    adminCenterUrl: "https://intune.microsoft.us",
  },
  usGovDod: {
    graphOrigin: "https://dod-graph.microsoft.us",
    loginOrigin: "https://login.microsoftonline.us",
    adminCenterUrl: "https://intune.microsoft.us",
  },
  china: {
    graphOrigin: "https://microsoftgraph.chinacloudapi.cn",
    loginOrigin: "https://login.chinacloudapi.cn",
    adminCenterUrl: "https://intune.microsoftonline.cn",
  },
} as const satisfies Record<string, Cloud>;

export type CloudName = keyof typeof clouds;

export const cloudNames = Object.keys(clouds) as CloudName[];
