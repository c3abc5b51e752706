import type { ReactNode } from "react";
import { explainFailure } from "../../domain/explainFailure.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { deriveTokenConcerns } from "../../domain/tokenHealth.ts";
import { useText } from "../../i18n/useText.ts";
import { useNow } from "../../monitor/clock.tsx";
import type { History } from "../../monitor/history/history.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { TicketMenu } from "../export/TicketMenu.tsx";
import type { ViewState } from "../viewState.ts";
import { adviceNeeded } from "./adviceNeeded.ts";
import { DeviceUsers } from "./DeviceUsers.tsx";
import { NumbersTable } from "./NumbersTable.tsx";
import { RawSources } from "./RawSources.tsx";
import { sentenceValues } from "./sentenceValues.ts";
import { type SupportFacts, supportText } from "./supportText.ts";
import { Timeline } from "./Timeline.tsx";
import { TokenAdvice } from "./TokenAdvice.tsx";
import { WhatHappened } from "./WhatHappened.tsx";
import { WhatToDo } from "./WhatToDo.tsx";
import { WhoToCall } from "./WhoToCall.tsx";

export interface DetailsProps {
  readonly revocation: Revocation;
  readonly onClose: () => void;
  /** Absolute link that opens this view for a colleague; `null` where no address does. */
  readonly link: string | null;
  /** Address of the page, without a query string; `null` where no address opens a view. */
  readonly pageUrl: string | null;
  readonly view: ViewState;
  readonly support: SupportFacts;
  /** Where this cloud's Intune admin centre lives, e.g. https://intune.microsoft.com */
  readonly adminCenterUrl: string;
  /** What was observed; `null` until it is open. */
  readonly history?: History | null;
  /** How long a running revocation may stand still before that is pointed out. */
  readonly unchangedMinutes: number;
}

interface DetailsParts {
  /** Epoch ms. */
  readonly now: number;
  /** What happened, what to do, and the token's own trouble. */
  readonly explanation: ReactNode;
  readonly timeline: ReactNode;
  /** Without headings: whoever shows them decides whether they are folded. */
  readonly folded: Readonly<Record<"deviceUsers" | "call" | "numbers" | "raw", ReactNode>>;
  readonly copying: ReactNode;
}

/** All that is said of an opened revocation, for the panel beside the list and for the page of its own. */
export function useDetailsParts({
  revocation,
  link,
  pageUrl,
  view,
  support,
  adminCenterUrl,
  history = null,
  unchangedMinutes,
}: DetailsProps): DetailsParts {
  const text = useText();
  const now = useNow();
  const explanation = explainFailure(revocation, now);
  const values = sentenceValues(revocation, explanation, shownForeign);
  const concerns = adviceNeeded(deriveTokenConcerns(revocation.vppToken, now), explanation);
  return {
    now,
    explanation: (
      <>
        <WhatHappened revocation={revocation} explanation={explanation} values={values} now={now} />
        <WhatToDo
          revocation={revocation}
          explanation={explanation}
          values={values}
          adminCenterUrl={adminCenterUrl}
        />
        <TokenAdvice concerns={concerns} values={values} />
      </>
    ),
    timeline: history !== null && (
      <Timeline revocation={revocation} history={history} unchangedMinutes={unchangedMinutes} />
    ),
    folded: {
      deviceUsers: <DeviceUsers revocation={revocation} isDemo={support.isDemo} />,
      call: <WhoToCall revocation={revocation} explanation={explanation} when={values.when} />,
      numbers: <NumbersTable revocation={revocation} />,
      raw: <RawSources revocation={revocation} />,
    },
    copying: (
      <>
        {link !== null && <CopyButton text={() => link} label={text("details.copyLink")} />}
        <CopyButton text={() => supportText(revocation, support)} label={text("details.copySupport")} />
        <TicketMenu
          revocation={revocation}
          support={support}
          adminCenterUrl={adminCenterUrl}
          pageUrl={pageUrl}
          view={view}
        />
      </>
    ),
  };
}

function shownForeign(foreign: string): ReactNode {
  return <BidiText text={foreign} overflow="wrap" />;
}
