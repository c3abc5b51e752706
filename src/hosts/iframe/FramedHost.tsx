import { useCallback, useEffect, useMemo, useState } from "react";
import { App } from "../../app/App.tsx";
import type { AppHost, HostEvent, PageInfo, Preferences } from "../../app/appHost.ts";
import type { AppConfig } from "../../app/config/parseConfig.ts";
import { startApp } from "../../app/startApp.ts";
import { createForgetfulTexts } from "../forgetfulTexts.ts";
import { keptText } from "../keptText.ts";
import { loadPreferences, storePreferences } from "../preferences.ts";
import { frameSession } from "./frameSession.ts";
import type { ParentChannel, ParentChoices } from "./parentChannel.ts";
import { withoutChoices } from "./withoutChoices.ts";

interface FramedHostProps {
  readonly config: AppConfig;
  readonly channel: ParentChannel;
}

interface View {
  readonly search: string;
  readonly isFromLink: boolean;
}

/** The app in a frame: the view is kept here and told to the parent, whose address, title and history stay its own. */
export function FramedHost({ config, channel }: FramedHostProps) {
  const { settings } = channel;
  const [chosen, setChosen] = useState<ParentChoices>(settings);
  const [view, setView] = useState<View>(() => viewFromParent(settings.view ?? ""));
  const [own, setOwn] = useState(loadPreferences);
  useEffect(() => {
    return channel.subscribe((choices) => {
      setChosen((known) => ({ ...known, ...choices }));
      const { view: asked } = choices;
      // What is chosen by the parent takes the place of what was chosen in the frame.
      setView(({ search, isFromLink }) =>
        asked === undefined ? { search: withoutChoices(search), isFromLink } : viewFromParent(asked),
      );
    });
  }, [channel]);
  const navigate = useCallback(
    (search: string, mode: "push" | "replace") => {
      setView(({ isFromLink }) => ({ search, isFromLink: isFromLink && mode === "replace" }));
      channel.say({ type: "viewchange", view: withoutChoices(search) });
    },
    [channel],
  );
  const savePreferences = useCallback(
    ({ lang, theme, personal }: Preferences) => {
      // What the parent chooses is nobody's preference.
      const next = {
        lang: chosen.locale === undefined ? lang : own.lang,
        theme: chosen.theme === undefined ? theme : own.theme,
        personal,
      };
      setOwn(next);
      storePreferences(next);
    },
    [chosen, own],
  );
  const onEvent = useCallback((event: HostEvent) => channel.say(event), [channel]);
  const [session] = useState(() => frameSession(channel));
  const [texts] = useState(() => (session.isAccountUnknown ? createForgetfulTexts() : keptText));
  const host = useMemo((): AppHost => {
    const { locale = null, theme = null } = chosen;
    return {
      begin: startApp,
      // Links that are copied lead to the dashboard itself.
      pageUrl: new URL("./", document.URL).href,
      ...view,
      navigate,
      preferences: { ...own, lang: locale ?? own.lang, theme: theme ?? own.theme },
      savePreferences,
      keptText: texts,
      onPageInfo: showOnDocument,
      config,
      openSession: session.open,
      chooses: { lang: locale !== null, theme: theme !== null },
      onEvent,
    };
  }, [view, navigate, chosen, own, savePreferences, texts, config, session, onEvent]);
  return <App host={host} clock={Date.now} />;
}

/** A link that the parent gives is one. */
function viewFromParent(search: string): View {
  return { search: withoutChoices(search), isFromLink: true };
}

function showOnDocument({ title, lang, dir }: PageInfo): void {
  Object.assign(document, { title });
  Object.assign(document.documentElement, { lang, dir });
}
