import { parseInstant } from '#lib/platform/instant-text';
import type { ChangedWhen } from './changed-when';
import type { Found, Sealed } from './found';
import type { Section } from './sections';

/** People are few, and no statement asks when their rows have changed: what has not is passed over. */
export function onlyChanged(section: Section, when: ChangedWhen): Section {
  if (!when.changedFrom && !when.changedBefore) return section;
  return async (after, limit) => {
    const kept: Sealed[] = [];
    for (let from = after; ; ) {
      const rows = await section(from, limit);
      kept.push(...rows.filter((row) => isWithin(row.open(), when)));
      if (kept.length >= limit || rows.length < limit) return kept.slice(0, limit);
      from = rows.at(-1)?.key ?? null;
    }
  };
}

function isWithin({ last_updated }: Found, { changedFrom, changedBefore }: ChangedWhen): boolean {
  const at = parseInstant(last_updated).epochNanoseconds;
  const since = changedFrom === null || at >= changedFrom.epochNanoseconds;
  return since && (changedBefore === null || at < changedBefore.epochNanoseconds);
}
