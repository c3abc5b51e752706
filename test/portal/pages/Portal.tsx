import { Suspense, useState } from "react";
import { type MonitorEvent, RevocationMonitor, type ThemeName } from "vpp-revocation-monitor";

/** A portal that offers all that a test wants to change. Tenants `a` and `b` have a token each. */
export function Portal() {
  const [theme, setTheme] = useState<ThemeName>("light");
  const [locale, setLocale] = useState("en");
  const [tenants, setTenants] = useState<readonly string[]>(["a"]);
  const [view, setView] = useState("");
  const [presses, setPresses] = useState(0);
  const [events, setEvents] = useState<readonly string[]>([]);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const hear = ({ type }: MonitorEvent) => {
    setEvents((heard) => [...heard, type]);
    if (hasBrokenListener()) throw new Error("the portal's own fault");
  };
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
      <button type="button" onClick={() => setWaiting(newWaiting())}>
        Wait
      </button>
      <button
        type="button"
        onClick={() => {
          waiting?.end();
          setWaiting(null);
        }}
      >
        Go on
      </button>
      <output aria-label="View">{view}</output>
      <output aria-label="Presses">{presses}</output>
      <output aria-label="Events">{events.join()}</output>
      {/* biome-ignore lint/a11y: it only counts what reaches the portal */}
      <div onClick={() => setPresses((before) => before + 1)}>
        <Suspense fallback={<p>The portal waits</p>}>
          {waiting && <Waits promise={waiting.promise} />}
          {tenants.map((tenant) => (
            <div key={tenant} id={`tenant-${tenant}`}>
              <RevocationMonitor
                getAccessToken={async (request) => tokenOf(tenant, request)}
                cloud="global"
                locale={locale}
                theme={theme}
                poll={{ activeSeconds: 2, idleSeconds: 5 }}
                {...given(tenant)}
                onViewChange={setView}
                onEvent={hear}
              />
            </div>
          ))}
        </Suspense>
      </div>
    </div>
  );
}

interface Waiting {
  readonly promise: Promise<void>;
  readonly end: () => void;
}

function newWaiting(): Waiting {
  let end = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

/** What else a portal shows there, and has not got yet: React 18 and 19 both wait for what is thrown. */
function Waits({ promise }: { readonly promise: Promise<void> }): never {
  throw promise;
}

function hasBrokenListener(): boolean {
  return new URLSearchParams(globalThis.location?.search).has("broken");
}

/** By the page's address, so that a test may choose. */
function given(tenant: string): { historyKey?: string; initialView?: string; brandColor?: string } {
  const address = new URLSearchParams(globalThis.location?.search);
  const [view, brand] = [address.get("view"), address.get("brand")];
  return {
    ...(address.has("history") && { historyKey: `portal/${tenant}` }),
    ...(view !== null && { initialView: view }),
    ...(brand !== null && { brandColor: brand }),
  };
}

async function tokenOf(tenant: string, request: object): Promise<string> {
  const answer = await fetch(`/api/graph-token?tenant=${tenant}`, {
    method: "POST",
    body: JSON.stringify(request),
  });
  if (!answer.ok) throw new Error("no access token");
  return answer.text();
}
