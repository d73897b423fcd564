import { createEvents, type EventAttributes } from 'ics';
import { createTranslator } from 'next-intl';
import type { CalendarVisit } from '#db/queries/calendar-feeds';
import { statusOf } from '#lib/domain/appointments';
import { chooseLocale, type Locale } from '#lib/i18n/locale';
import { env } from '#lib/platform/env';
import { paths } from '#lib/platform/paths';
import en from '#messages/en.json';
import { oneLine } from './one-line';

const catalogue: Record<Locale, typeof en> = { en };

interface Words {
  readonly title: string;
  /** In the place of a place. */
  readonly byVideo: string;
}

/**
 * Visits as a calendar file (RFC 5545): when and where, and the address of their page. Whoever's calendar this ends up in
 * reads neither with whom nor why. A visit keeps its UID, and its SEQUENCE grows with each version, so that an update
 * takes the place of what was there (RFC 5545, 3.8.7.4).
 */
export function calendarText(visits: readonly CalendarVisit[], profileLocale: string | null = null): string {
  const locale = chooseLocale({ profile: profileLocale });
  const t = createTranslator({ locale, messages: catalogue[locale], namespace: 'calendar' });
  const { value, error } = createEvents(
    visits.map((visit) => eventOf(visit, { title: t('summary'), byVideo: t('byVideo') })),
    { productId: '-//MediSecure//EN', method: 'PUBLISH', calName: t('name') },
  );
  if (error || value === null) throw new Error('No calendar could be written.');
  return value;
}

function eventOf(visit: CalendarVisit, { title, byVideo }: Words): EventAttributes {
  const { publicUrl } = env();
  const event = {
    uid: `visit-${visit.id}@${publicUrl.hostname}`,
    sequence: visit.version - 1,
    timestamp: visit.updated_at.epochMilliseconds,
    start: visit.scheduled_at.epochMilliseconds,
    startInputType: 'utc',
    startOutputType: 'utc',
    end: visit.ends_at.epochMilliseconds,
    endInputType: 'utc',
    endOutputType: 'utc',
    title,
    location: visit.mode === 'video' ? byVideo : placeOf(visit),
    description: new URL(paths.patient.visit(visit.id), publicUrl).href,
    status: statusOf(visit.status) === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  } as const;
  return event;
}

/** The library escapes what separates values, but lets a bare carriage return through, which some take for a new line. */
const placeOf = ({ clinic_name, clinic_address }: CalendarVisit) =>
  oneLine([clinic_name, clinic_address].filter(Boolean).join(', '));
