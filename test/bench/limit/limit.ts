import {
  answerQuestion,
  isRunning,
  type KnownRows,
  type Question,
  type Row,
  type SortField,
  takeTokens,
  type WireToken,
} from "./rows.ts";
import { createRowWindow } from "./rowWindow.ts";

/** The least that a page can do which reads everything every time: no framework, no validation, no sign-in. */
const settings = new URLSearchParams(location.search);
const firstUrl = settings.get("url") ?? "";
const headers = { Authorization: `Bearer ${settings.get("accessToken")}`, Accept: "application/json" };

const known: KnownRows = new Map();
let question: Question = { q: "", state: null, sort: "startedAt", isDescending: true };
const status = element("#status", HTMLElement);
const table = element("#table", HTMLElement);
const details = element("#details", HTMLElement);
const rowWindow = createRowWindow(element("#body", HTMLElement), (row) => {
  element("#details h2", HTMLElement).textContent = row.key;
  element("#details pre", HTMLElement).textContent = JSON.stringify(row, null, 2);
  details.hidden = false;
});

function show(): void {
  const rows: readonly Row[] = answerQuestion(known, question);
  table.setAttribute("aria-rowcount", String(rows.length + 1));
  rowWindow.show(rows);
}

function ask(change: Partial<Question>): void {
  question = { ...question, ...change };
  show();
}

async function read(): Promise<void> {
  const seen = new Set<string>();
  let hasChanged = false;
  for (let url: string | undefined = firstUrl; url !== undefined; ) {
    const answer = await fetch(url, { headers });
    const page: Page = await answer.json();
    for (const { id } of page.value) seen.add(id);
    const isNew = takeTokens(known, page.value);
    if (isNew && !isComplete) show();
    hasChanged ||= isNew;
    url = page["@odata.nextLink"];
  }
  for (const id of known.keys()) if (!seen.has(id)) hasChanged = known.delete(id);
  if (hasChanged && isComplete) show();
  isComplete = true;
  readAt = Date.now();
}

/** As the product does between its reads of everything. */
async function readRunning(): Promise<void> {
  const { origin, search } = new URL(firstUrl);
  const ids = [...known].filter(([, rows]) => rows.some(isRunning)).map(([id]) => id);
  const requests = ids.map((id) => ({
    id,
    method: "GET",
    url: `/deviceAppManagement/vppTokens/${id}${search}`,
  }));
  const answer = await fetch(`${origin}/beta/$batch`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify({ requests }),
  });
  const { responses }: Batch = await answer.json();
  const isNew = takeTokens(
    known,
    responses.map(({ body }) => body),
  );
  if (isNew) show();
  readAt = Date.now();
}

interface Batch {
  readonly responses: readonly { readonly body: WireToken }[];
}

interface Page {
  readonly value: readonly WireToken[];
  readonly "@odata.nextLink"?: string;
}

let isComplete = false;
let readAt = 0;

function element<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

element("input", HTMLInputElement).addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement) ask({ q: target.value });
});
for (const button of document.querySelectorAll<HTMLElement>("[data-sort]"))
  button.addEventListener("click", () => {
    const sort = button.dataset.sort as SortField; // the page above names no other
    ask({ sort, isDescending: question.sort === sort ? !question.isDescending : sort !== "name" });
  });
for (const button of document.querySelectorAll<HTMLElement>("[data-state]"))
  button.addEventListener("click", () => {
    const state = button.dataset.state ?? null;
    ask({ state: question.state === state ? null : state });
  });
setInterval(() => {
  status.textContent = readAt === 0 ? "Reading" : `Read ${Math.round((Date.now() - readAt) / 1_000)} s ago`;
}, 1_000);
element("#read", HTMLElement).addEventListener("click", () => void read());
element("#read-running", HTMLElement).addEventListener("click", () => void readRunning());
void read();
