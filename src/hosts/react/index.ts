export type {
  AccessTokenRequest,
  CloudName,
  GetAccessToken,
  MonitorEvent,
  MonitorOptions,
  PollOptions,
  ThemeName,
} from "../portal/publicTypes.ts";
export { RevocationMonitor } from "./RevocationMonitor.tsx";
