export type GraphErrorKind =
  /** No access token could be had; `cause` is the sign-in's own error. */
  | "signInNeeded"
  /** No access token now, though no person is needed: asking again may help; `cause` is the sign-in's own error. */
  | "signInUnavailable"
  /** 401 without a claims challenge, or again after its claims were met. */
  | "unauthorized"
  /** 403: consent, Intune role or scope tag. */
  | "forbidden"
  /** 404. */
  | "notFound"
  /** 429. */
  | "throttled"
  /** 500 and above. */
  | "serverError"
  /** Any other status that is no success, or a success whose body is an `error`. */
  | "refused"
  /** The request did not reach Graph, or its answer broke off. */
  | "network"
  /** No answer in time. */
  | "timeout"
  /** An answer that is not what Graph sends: HTML, truncated or empty JSON, no `value`. */
  | "unreadableAnswer"
  /** Paging that leaves Graph's origin or API version, runs in a circle or exceeds the bound. */
  | "badPaging";

interface GraphErrorDetails {
  readonly status?: number | null;
  /** Graph's `error.code`. */
  readonly code?: string | null;
  /** Graph's `error.message`, unwrapped when it is itself JSON, redacted. Never branch on it. */
  readonly graphMessage?: string | null;
  readonly requestId?: string | null;
  readonly clientRequestId?: string | null;
  /** To quote: Graph's own `innerError.date`, as sent, or else when the failure was met here, in UTC. */
  readonly date?: string | null;
  /** Wait that Graph asked for, in milliseconds, from whichever place was readable. */
  readonly retryAfterMs?: number | null;
  /** Claims of a continuous-access-evaluation challenge, decoded JSON text. */
  readonly claims?: string | null;
  readonly cause?: unknown;
}

/** Everything that can go wrong between us and Graph. Branch on `kind`; the texts are for people and support. */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly kind: GraphErrorKind;
  readonly status: number | null;
  readonly code: string | null;
  readonly graphMessage: string | null;
  readonly requestId: string | null;
  readonly clientRequestId: string | null;
  readonly date: string | null;
  readonly retryAfterMs: number | null;
  readonly claims: string | null;

  constructor(kind: GraphErrorKind, details: GraphErrorDetails = {}) {
    super(details.graphMessage ?? kind, { cause: details.cause });
    this.kind = kind;
    this.status = details.status ?? null;
    this.code = details.code ?? null;
    this.graphMessage = details.graphMessage ?? null;
    this.requestId = details.requestId ?? null;
    this.clientRequestId = details.clientRequestId ?? null;
    this.date = details.date ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.claims = details.claims ?? null;
  }

  /** Itself, or with a date where nobody has given one. `at`: epoch ms. */
  metAt(at: number): GraphError {
    if (this.date !== null) return this;
    return new GraphError(this.kind, { ...this, cause: this.cause, date: new Date(at).toISOString() });
  }
}
