import { useState } from "react";
import { type MonitorEvent, RevocationMonitor, type ThemeName } from "vpp-revocation-monitor";

/** A portal that offers all that a test wants to change. Tenants `a` and `b` have a token each. */
export function Portal() {
  const [theme, setTheme] = useState<ThemeName>("light");
  const [locale, setLocale] = useState("en");
  const [tenants, setTenants] = useState<readonly string[]>(["a"]);
  const [view, setView] = useState("");
  const [presses, setPresses] = useState(0);
  const [events, setEvents] = useState<readonly string[]>([]);
  const hear = ({ type }: MonitorEvent) => setEvents((heard) => [...heard, type]);
  return (
    <div>
      <h1>Contoso portal</h1>
      <button type="button" onClick={() => setTheme("dark")}>
        Dark
      </button>
      <button type="button" onClick={() => setLocale("ru")}>
        Russian
      </button>
      <button type="button" onClick={() => setTenants(["a", "b"])}>
        Both tenants
      </button>
      <button type="button" onClick={() => setTenants([])}>
        Leave
      </button>
      <output aria-label="View">{view}</output>
      <output aria-label="Presses">{presses}</output>
      <output aria-label="Events">{events.join()}</output>
      {/* biome-ignore lint/a11y: it only counts what reaches the portal */}
      <div onClick={() => setPresses((before) => before + 1)}>
        {tenants.map((tenant) => (
          <div key={tenant} id={`tenant-${tenant}`}>
            <RevocationMonitor
              getAccessToken={async (request) => tokenOf(tenant, request)}
              cloud="global"
              locale={locale}
              theme={theme}
              poll={{ activeSeconds: 2, idleSeconds: 5 }}
              {...(hasHistory() && { historyKey: `portal/${tenant}` })}
              onViewChange={setView}
              onEvent={hear}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

function hasHistory(): boolean {
  return new URLSearchParams(globalThis.location?.search).has("history");
}

async function tokenOf(tenant: string, request: object): Promise<string> {
  const answer = await fetch(`/api/graph-token?tenant=${tenant}`, {
    method: "POST",
    body: JSON.stringify(request),
  });
  if (!answer.ok) throw new Error("no access token");
  return answer.text();
}
