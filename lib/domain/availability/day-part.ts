export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

const [noon, evening] = [12 * 60, 17 * 60];

/** Of a minute of the day, by the clock on the wall. */
export function dayPartOf(minute: number): DayPart {
  if (minute < noon) return 'morning';
  return minute < evening ? 'afternoon' : 'evening';
}
