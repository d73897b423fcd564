import type { Temporal } from 'temporal-polyfill';
import type { VisitMode } from '#lib/domain/availability/calendar';
import { formatter } from '#lib/i18n/format';
import { writtenLanguageOf } from '#lib/i18n/locale';
import en from '#messages/en.json';

const byVideo = en.byVideo;

interface VisitTime {
  readonly at: Temporal.Instant;
  readonly zone: string;
  readonly mode?: VisitMode;
}

/**
 * By the clock of its reader, whose zone is named: it may be another than that of the place. A visit by video says so here,
 * because no text about a visit lacks its time, an organisation's own neither.
 */
export function visitTime({ at, zone, mode }: VisitTime, locale: string): string {
  const format = formatter(locale, zone);
  const time = `${format.longDateWithYear(at)}, ${format.time(at)} (${zone})`;
  return mode === 'video' ? `${time}, ${byVideo[writtenLanguageOf(locale)]}` : time;
}
