import type { VppTokenId } from "../../domain/vppToken.ts";
import { isSameJson } from "../isSameJson.ts";
import { isLastPage, type ListPage } from "../listPage.ts";
import { idOf } from "../parseVppTokens.ts";
import { redact } from "../redact.ts";
import type { ShortPage } from "./messages.ts";
import type { SentItems } from "./sentItems.ts";

/**
 * JSON text of the page, redacted, without what the other side has already. `null`, with nothing noted as sent, when
 * the page does not survive being written again: numbers beyond any double, nesting that exhausts the stack.
 */
export function shortenPage(page: ListPage, sent: SentItems<object>): string | null {
  const items = page.value.map((received) => {
    const item = redact(received);
    const id = idOf(item);
    const before = id === null ? undefined : sent.get(id);
    return { id, item, before: before !== undefined && isSameJson(before, item) ? before : null };
  });
  const value = items.map(({ id, item, before }) =>
    id !== null && before !== null ? id : ([item] as const),
  );
  const nextLink = isLastPage(page) ? {} : { "@odata.nextLink": page["@odata.nextLink"] };
  const text = writeAgain({ value, ...nextLink });
  if (text === null) return null;
  for (const { id, item, before } of items) note(sent, id, before ?? item);
  if (isLastPage(page)) sent.endList();
  return text;
}

/** The page that `text` is short for. What has not changed are the very objects that went before. */
export function expandPage(text: string, sent: SentItems<object>): ListPage {
  const short: ShortPage = JSON.parse(text);
  const value = short.value.map((entry) => {
    const item = typeof entry === "string" ? sent.get(entry) : entry[0];
    if (item === undefined) throw new Error("an item that never came");
    return item;
  });
  const page = { ...short, value };
  for (const item of value) note(sent, idOf(item), item);
  if (isLastPage(page)) sent.endList();
  return page;
}

function writeAgain(page: ShortPage): string | null {
  try {
    const text = JSON.stringify(page);
    return isSameJson(JSON.parse(text), page) ? text : null;
  } catch {
    return null;
  }
}

/** What has no id is sent each time. */
function note(sent: SentItems<object>, id: VppTokenId | null, item: unknown): void {
  if (id !== null && typeof item === "object" && item !== null) sent.put(id, item);
}
