import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, type Ref, useState } from "react";
import { vi } from "vitest";
// Parts that come later are there at once: while one is on its way, `act` renders without end and keeps it from coming.
import "../../src/dashboard/finding/AttentionList.tsx";
import "../../src/dashboard/finding/FindingBar.tsx";
import "../../src/dashboard/finding/listing.ts";
import "../../src/dashboard/StatusTools.tsx";
import { Dashboard } from "../../src/dashboard/Dashboard.tsx";
import type { DemoTenant } from "../../src/dashboard/DemoMark.tsx";
import type { KeptText } from "../../src/dashboard/finding/savedViews.ts";
import type { DashboardHandle } from "../../src/dashboard/useRowFocus.ts";
import { defaultViewState, type ViewState } from "../../src/dashboard/viewState.ts";
import { defaultPollSettings } from "../../src/domain/pollDelay.ts";
import type { Revocation } from "../../src/domain/revocation.ts";
import type { RevocationEvent } from "../../src/domain/revocationEvents.ts";
import type { LocaleCode } from "../../src/i18n/locales.ts";
import { ClockProvider } from "../../src/monitor/clock.tsx";
import type { RevocationWatch } from "../../src/monitor/revocationWatch.ts";
import type { WatchMemory } from "../../src/monitor/watchMemory.ts";
import { aWatch, testNow } from "./builders.ts";
import { renderWithText } from "./renderWithText.tsx";

interface RenderDashboardOptions {
  readonly watch?: RevocationWatch;
  readonly view?: Partial<ViewState>;
  readonly locale?: LocaleCode;
  readonly signInNotice?: ReactNode;
  readonly demo?: DemoTenant | null;
  readonly memory?: WatchMemory | null;
  readonly keptViews?: KeptText;
  readonly onNews?: (news: readonly RevocationEvent[]) => void;
  readonly handle?: Ref<DashboardHandle>;
}

/** The dashboard in a host that keeps its view, at `testNow`, in a document in which every row is 64 px high. */
export async function renderDashboard(options: RenderDashboardOptions = {}) {
  emulateLayout();
  const onViewChange = vi.fn<(next: ViewState) => void>();
  const page = (watch: RevocationWatch) => <Host {...options} watch={watch} onViewChange={onViewChange} />;
  const { rerender, ...result } = await renderWithText(page(options.watch ?? aWatch()), options.locale);
  const lastView = () => onViewChange.mock.lastCall?.[0] ?? { ...defaultViewState, ...options.view };
  const update = (watch: RevocationWatch) => rerender(page(watch));
  return { ...result, user: userEvent.setup(), update, lastView };
}

interface HostProps extends RenderDashboardOptions {
  readonly watch: RevocationWatch;
  readonly onViewChange: (next: ViewState) => void;
}

function Host({ watch, view: initialView, onViewChange, onNews, ...options }: HostProps) {
  const { signInNotice, demo, memory, keptViews, handle } = options;
  const [keptByHost] = useState(keptInMemory);
  const [view, setView] = useState<ViewState>({ ...defaultViewState, ...initialView });
  const [settings, saveSettings] = useState<unknown>(null);
  return (
    <ClockProvider clock={testClock}>
      <Dashboard
        watch={watch}
        view={view}
        onViewChange={(next) => {
          onViewChange(next);
          setView(next);
        }}
        pollSettings={defaultPollSettings}
        signInNotice={signInNotice ?? null}
        details={openedStandIn}
        adminCenterUrl="https://intune.microsoft.com"
        demo={demo ?? null}
        host={{ settings, saveSettings, onActivity: ignore, onBackgroundWanted: ignore, onNews }}
        memory={memory ?? null}
        keptViews={keptViews ?? keptByHost}
        handle={handle}
      />
    </ClockProvider>
  );
}

/** What a browser keeps, without one. */
function keptInMemory(): KeptText {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
      return true;
    },
    subscribe: () => () => undefined,
  };
}

const testClock = () => testNow;
const ignore = () => undefined;

function openedStandIn(revocation: Revocation, onClose: () => void): ReactNode {
  return (
    <aside aria-label={`Opened ${revocation.vppToken.displayName}`}>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </aside>
  );
}

/** Rows of revocations, without the header's. */
export function shownRows(): readonly HTMLElement[] {
  return within(screen.getByRole("table")).getAllByRole("row").slice(1);
}

/** The token names of the rows, in order. */
export function shownNames(): readonly (string | null)[] {
  return shownRows().map((row) => within(row).getByRole("button").textContent);
}

/** jsdom lays nothing out: rows get a height. */
export function emulateLayout(): void {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(64);
  vi.stubGlobal("scrollTo", () => undefined);
}
