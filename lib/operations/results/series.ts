import type { LabResult } from './newest-of-each';

interface Point {
  readonly record: LabResult;
  readonly at: string;
}

interface Series {
  unit: string | null;
  points: Point[];
}

/**
 * One series for each unit, that of the result in question first and then the newest. What has no unit, a word such as
 * "negative", is a series of its own. `points` come newest first.
 */
export function bySeries(points: readonly Point[], own: { readonly unit?: string | undefined }): Series[] {
  const units = new Map<string | null, Point[]>([[own.unit ?? null, []]]);
  for (const point of points) {
    const unit = point.record.content.unit ?? null;
    units.set(unit, [point, ...(units.get(unit) ?? [])]);
  }
  return [...units].flatMap(([unit, all]) => (all.length === 0 ? [] : [{ unit, points: all }]));
}
