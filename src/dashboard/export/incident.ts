import type { Evidence } from "../../domain/evidence.ts";
import { explainFailure, type FailureExplanation, type HelpLink } from "../../domain/explainFailure.ts";
import { isRunning } from "../../domain/outcome.ts";
import { assertNever, type Instant, isUnreadable, isUnrecognized, rawText } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { deriveTokenConcerns } from "../../domain/tokenHealth.ts";
import { deriveDurationMs } from "../../domain/totals.ts";
import type { FormatText, MessageId } from "../../i18n/useText.ts";
import type { FormatSpan } from "../../ui/timeText.ts";
import { adviceNeeded } from "../details/adviceNeeded.ts";
import { concernValues, concernWords } from "../details/concernWords.ts";
import { tellingFirst, termOf, verdictText } from "../details/evidenceWords.ts";
import { helpUrl, isAboutToken } from "../details/helpLinks.ts";
import { countsOf, linksOfNext, nextOf, outcomeSentence } from "../details/outcomeWords.ts";
import { sentenceValues } from "../details/sentenceValues.ts";
import { syncStatusText, tokenStateText } from "../details/tokenWords.ts";
import { progressText } from "../progressText.ts";
import { reasonText } from "../reasonText.ts";
import { stateText } from "../StateBadge.tsx";
import { tokenName, tokenPlace } from "../tokenName.ts";

/** How an incident is told. */
export interface IncidentStyle {
  readonly text: FormatText;
  readonly span: FormatSpan;
  readonly locale: string;
  /** Makes text that is not ours fit for where it goes; everything foreign passes it, once. */
  readonly quote: (foreign: string) => string;
  /** `at`: epoch ms. */
  readonly dateOf: (at: number) => string;
  readonly adminCenterUrl: string;
  /** Epoch ms. */
  readonly now: number;
}

interface Fact {
  readonly term: string;
  readonly value: string;
}

/** One revocation as a ticket needs it, in words. */
export interface Incident {
  readonly name: string;
  readonly place: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly progress: string;
  readonly times: readonly Fact[];
  readonly happened: readonly string[];
  readonly evidence: readonly (Fact & { readonly verdict: string })[];
  /** In order. */
  readonly steps: readonly string[];
  readonly links: readonly IncidentLink[];
  readonly advice: readonly { readonly title: string; readonly advice: string }[];
}

interface IncidentLink {
  readonly words: string;
  readonly url: string;
  /** Where to click there. */
  readonly path: string | null;
}

export function describeIncident(revocation: Revocation, style: IncidentStyle): Incident {
  const { text, quote, now } = style;
  const { vppToken } = revocation;
  const explanation = explainFailure(revocation, now);
  const values = sentenceValues(revocation, explanation, quote);
  return {
    ...describeShortly(revocation, style),
    times: timesOf(revocation, style),
    happened: happenedOf(revocation, explanation, style),
    evidence: (explanation === null ? [] : tellingFirst(explanation.evidence)).map((piece) => ({
      term: termOf(piece, now, text),
      value: evidenceText(piece, style),
      verdict: explanation === null ? "" : verdictText(piece.verdict, explanation.cause, values.when, text),
    })),
    steps: stepsOf(revocation, explanation).map((words) => text(words, values)),
    links: linksOf(revocation, explanation, style),
    advice: adviceNeeded(deriveTokenConcerns(vppToken, now), explanation).map((concern) => {
      const { title, advice } = concernWords(concern);
      const own = { ...values, ...concernValues(concern, style.dateOf, quote) };
      return { title: text(title, own), advice: text(advice, own) };
    }),
  };
}

/** Whose it is, state, reason and progress in a few words each. */
export function describeShortly(
  revocation: Revocation,
  { text, quote }: Pick<IncidentStyle, "text" | "quote">,
): Pick<Incident, "name" | "place" | "state" | "reason" | "progress"> {
  const { vppToken, result, outcome, progress } = revocation;
  const place = tokenPlace(vppToken);
  const state = stateText(outcome, result.actionState, text);
  const reason = reasonText(revocation, text);
  const said = progressText(progress, text);
  const isRaw = progress.kind === "asReceived" && progress.because === "unreadable";
  return {
    name: quote(tokenName(vppToken)),
    place: place.length === 0 ? null : place.map(quote).join(" · "),
    state: isUnrecognized(result.actionState) ? quote(state) : state,
    reason: reason !== null && isUnrecognized(result.failureReason) ? quote(reason) : reason,
    progress: isRaw ? quote(said) : said,
  };
}

export function instantText(instant: Instant, { text, quote, dateOf }: IncidentStyle): string {
  if (instant === null) return text("value.notReported");
  if (instant === "never") return text("value.never");
  return isUnreadable(instant) ? quote(rawText(instant.raw)) : dateOf(instant);
}

function timesOf(revocation: Revocation, style: IncidentStyle): readonly Fact[] {
  const { text, span, now } = style;
  const { result, outcome } = revocation;
  const durationMs = deriveDurationMs(revocation, now);
  return [
    { term: text("details.started"), value: instantText(result.startedAt, style) },
    { term: text("details.updated"), value: instantText(result.lastUpdatedAt, style) },
    ...(durationMs === null
      ? []
      : [
          {
            term: text(isRunning(outcome) ? "details.runningFor" : "details.ranFor"),
            value: span(durationMs),
          },
        ]),
  ];
}

function stepsOf(revocation: Revocation, explanation: FailureExplanation | null): readonly MessageId[] {
  const steps = explanation?.steps.map((step) => `details.step.${step}` as const) ?? [];
  return steps.length > 0 ? steps : [nextOf(revocation)];
}

function happenedOf(
  revocation: Revocation,
  explanation: FailureExplanation | null,
  { text, quote }: IncidentStyle,
): readonly string[] {
  const values = { ...sentenceValues(revocation, explanation, quote), counts: countsOf(revocation) };
  const sentence = outcomeSentence(revocation, explanation);
  const isContradicted = explanation?.evidence.some(({ verdict }) => verdict === "contradicts") === true;
  return [
    ...(explanation === null ? [] : [text(`details.cause.${explanation.cause}`, values)]),
    ...(sentence === null ? [] : [text(sentence, values)]),
    ...(isContradicted ? [text("details.evidence.doesNotFit")] : []),
    ...(revocation.isAmbiguous ? [text("details.ambiguous")] : []),
  ];
}

function evidenceText(piece: Evidence, style: IncidentStyle): string {
  const { text, quote } = style;
  switch (piece.kind) {
    case "tokenState":
      return isUnrecognized(piece.value)
        ? quote(tokenStateText(piece.value, text))
        : tokenStateText(piece.value, text);
    case "lastSyncStatus":
      return isUnrecognized(piece.value)
        ? quote(syncStatusText(piece.value, text))
        : syncStatusText(piece.value, text);
    case "tokenExpiry":
    case "lastSync":
      return instantText(piece.value, style);
    case "pushCertificate":
      return text("details.evidence.pushCertificateNotRead");
    default:
      return assertNever(piece);
  }
}

function linksOf(
  revocation: Revocation,
  explanation: FailureExplanation | null,
  { text, locale, adminCenterUrl }: IncidentStyle,
): readonly IncidentLink[] {
  const links: readonly HelpLink[] = explanation?.links ?? linksOfNext(nextOf(revocation));
  const isWithPath = explanation === null || isAboutToken(explanation);
  return links.map((link) => ({
    words: text(`details.link.${link}`),
    url: helpUrl(link, adminCenterUrl, locale),
    path: link === "intuneVppTokens" && isWithPath ? text("details.link.intunePath") : null,
  }));
}
