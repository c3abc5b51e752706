/** Times of day in minutes after local midnight; `from` after `to`: across midnight, equal: never quiet. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export function isQuiet({ from, to }: QuietHours, minuteOfDay: number): boolean {
  const isAfterFrom = minuteOfDay >= from;
  const isBeforeTo = minuteOfDay < to;
  return from <= to ? isAfterFrom && isBeforeTo : isAfterFrom || isBeforeTo;
}
