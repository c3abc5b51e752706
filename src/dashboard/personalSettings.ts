import type { QuietHours } from "../domain/quietHours.ts";

/** What a person set for this browser, beside language and theme. */
export interface PersonalSettings {
  /** Keys that are single characters do something. */
  readonly hasSingleKeys: boolean;
  readonly hasDesktopNews: boolean;
  readonly hasQuietHours: boolean;
  readonly quietHours: QuietHours;
}

const defaults: PersonalSettings = {
  hasSingleKeys: true,
  hasDesktopNews: false,
  hasQuietHours: false,
  quietHours: { from: 22 * 60, to: 7 * 60 },
};

type Stored = { readonly [Name in keyof PersonalSettings]?: unknown };

/** Total: whatever was stored, what is missing or wrong falls back. */
export function parsePersonalSettings(stored: unknown): PersonalSettings {
  const given = asRecord<Stored>(stored);
  const { from, to } = asRecord<{ from?: unknown; to?: unknown }>(given.quietHours);
  return {
    hasSingleKeys: flag(given.hasSingleKeys, defaults.hasSingleKeys),
    hasDesktopNews: flag(given.hasDesktopNews, defaults.hasDesktopNews),
    hasQuietHours: flag(given.hasQuietHours, defaults.hasQuietHours),
    quietHours: isMinuteOfDay(from) && isMinuteOfDay(to) ? { from, to } : defaults.quietHours,
  };
}

function asRecord<Fields extends object>(value: unknown): Partial<Fields> {
  return typeof value === "object" && value !== null ? value : {};
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === "boolean" ? value : otherwise;
}

function isMinuteOfDay(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 24 * 60;
}
