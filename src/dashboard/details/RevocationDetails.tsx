import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useId } from "react";
import { explainFailure } from "../../domain/explainFailure.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { deriveTokenConcerns } from "../../domain/tokenHealth.ts";
import { useText } from "../../i18n/useText.ts";
import { useNow } from "../../monitor/clock.tsx";
import type { History } from "../../monitor/history/history.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { adviceNeeded } from "./adviceNeeded.ts";
import { DetailsHead } from "./DetailsHead.tsx";
import { DeviceUsers } from "./DeviceUsers.tsx";
import { NumbersTable } from "./NumbersTable.tsx";
import { RawSources } from "./RawSources.tsx";
import { sentenceValues } from "./sentenceValues.tsx";
import { type SupportFacts, supportText } from "./supportText.ts";
import { Timeline } from "./Timeline.tsx";
import { TokenAdvice } from "./TokenAdvice.tsx";
import { WhatHappened } from "./WhatHappened.tsx";
import { WhatToDo } from "./WhatToDo.tsx";

interface RevocationDetailsProps {
  readonly revocation: Revocation;
  readonly onClose: () => void;
  /** Absolute link that opens this view for a colleague. */
  readonly link: string;
  readonly support: SupportFacts;
  /** Where this cloud's Intune admin centre lives, e.g. https://intune.microsoft.com */
  readonly adminCenterUrl: string;
  /** What was observed; `null` until it is open. */
  readonly history?: History | null;
}

/**
 * The opened revocation. Beside the table it is a region like any other, so the table stays usable; on a narrow
 * page it takes the whole width, and whoever shows it hides the list meanwhile and scrolls it. Plain layout, since a
 * drawer would bring a portal, a focus trap and their weight for neither. Escape closes it from anywhere within.
 */
export function RevocationDetails(props: RevocationDetailsProps) {
  return <OpenedRevocation key={props.revocation.key} {...props} />;
}

/** One mount a revocation: another one starts at the top, closed sections closed, with the focus on its name. */
function OpenedRevocation({
  revocation,
  onClose,
  link,
  support,
  adminCenterUrl,
  history = null,
}: RevocationDetailsProps) {
  const text = useText();
  const styles = useStyles();
  const headingId = useId();
  const now = useNow();
  const explanation = explainFailure(revocation, now);
  const values = sentenceValues(revocation, explanation);
  const concerns = adviceNeeded(deriveTokenConcerns(revocation.vppToken, now), explanation);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <aside
      className={styles.root}
      aria-labelledby={headingId}
      // A click on plain text keeps the focus in here, so that Escape still finds its way.
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <DetailsHead revocation={revocation} headingId={headingId} onClose={onClose} now={now} />
      <WhatHappened revocation={revocation} explanation={explanation} values={values} now={now} />
      <WhatToDo
        revocation={revocation}
        explanation={explanation}
        values={values}
        adminCenterUrl={adminCenterUrl}
      />
      <TokenAdvice concerns={concerns} values={values} />
      {history !== null && <Timeline revocation={revocation} history={history} />}
      <div>
        <Disclosure title={text("details.deviceUsers")}>
          <DeviceUsers />
        </Disclosure>
        <Disclosure title={text("details.numbers")}>
          <NumbersTable revocation={revocation} />
        </Disclosure>
        <Disclosure title={text("details.raw")}>
          <RawSources revocation={revocation} />
        </Disclosure>
      </div>
      <footer className={styles.footer}>
        <CopyButton text={() => link} label={text("details.copyLink")} />
        <CopyButton text={() => supportText(revocation, support)} label={text("details.copySupport")} />
      </footer>
    </aside>
  );
}

const useStyles = makeStyles({
  root: {
    boxSizing: "border-box",
    width: "clamp(400px, 34vw, 560px)",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    rowGap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderInlineStartWidth: "1px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ":focus": { outline: "none" },
    "@media (max-width: 1023.98px)": {
      width: "100%",
      borderInlineStartStyle: "none",
      padding: 0,
    },
  },
  footer: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});
