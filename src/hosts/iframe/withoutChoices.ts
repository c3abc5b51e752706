/** A query string without language and theme: between the frame and its parent they go by their own names. */
export function withoutChoices(search: string): string {
  const params = new URLSearchParams(search);
  params.delete("lang");
  params.delete("theme");
  const rest = params.toString().replaceAll("%2C", ",");
  return rest === "" ? "" : `?${rest}`;
}
