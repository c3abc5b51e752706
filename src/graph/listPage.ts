import * as v from "valibot";

const pageSchema = v.object({ value: v.array(v.unknown()), "@odata.nextLink": v.optional(v.unknown()) });

/** A page of a list as OData wraps it. */
export type ListPage = v.InferOutput<typeof pageSchema>;

export function isListPage(body: unknown): body is ListPage {
  return v.is(pageSchema, body);
}

export function isLastPage({ "@odata.nextLink": nextLink }: ListPage): boolean {
  return nextLink === undefined || nextLink === null;
}
