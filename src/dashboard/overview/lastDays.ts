/** Local midnights of the last `count` days, oldest first, that of `now` (epoch ms) last. */
export function lastDays(now: number, count: number): readonly number[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index)).getTime(),
  );
}

export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}
