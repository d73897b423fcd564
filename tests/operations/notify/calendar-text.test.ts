import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { CalendarVisit } from '#db/queries/calendar-feeds';
import { calendarText } from '#lib/notify/calendar-text';
import { newId } from '#lib/platform/ids';

const at = (time: string) => Temporal.Instant.from(time);

const visit: CalendarVisit = {
  id: newId('appointments'),
  // An hour after London's clocks have gone forward.
  scheduled_at: at('2026-03-29T02:00:00Z'),
  ends_at: at('2026-03-29T02:30:00Z'),
  updated_at: at('2026-03-02T09:00:00Z'),
  status: 'scheduled',
  version: 2,
  mode: 'in_person',
  clinic_name: 'Northgate Clinic',
  clinic_address: '1 Harbour Road, Leeds',
};

/** As the first parser reads it: the properties of each event. */
function properties(text: string): Record<string, string>[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return events.map((event) =>
    Object.fromEntries(event.getAllProperties().map((each) => [each.name, String(each.getFirstValue())])),
  );
}

/** As the second one does. */
const events = (text: string) =>
  Object.values(sync.parseICS(text)).filter((each): each is VEvent => each?.type === 'VEVENT');

describe('a visit in a calendar', () => {
  it('is when and where, with the address of its page', () => {
    const text = calendarText([visit]);
    expect(properties(text)).toEqual([
      {
        uid: `visit-${visit.id}@localhost`,
        sequence: '1',
        dtstamp: '2026-03-02T09:00:00Z',
        dtstart: '2026-03-29T02:00:00Z',
        dtend: '2026-03-29T02:30:00Z',
        summary: 'Clinic visit',
        location: 'Northgate Clinic, 1 Harbour Road, Leeds',
        description: expect.stringMatching(new RegExp(`^http://[^ ]+/patient/visits/${visit.id}$`)),
        status: 'CONFIRMED',
      },
    ]);
    const [event] = events(text);
    expect(event).toMatchObject({
      uid: `visit-${visit.id}@localhost`,
      summary: 'Clinic visit',
      method: 'PUBLISH',
    });
    expect(event?.start.toISOString()).toBe('2026-03-29T02:00:00.000Z');
    expect(event?.end?.toISOString()).toBe('2026-03-29T02:30:00.000Z');
    expect(text).toContain('\r\nMETHOD:PUBLISH\r\n');
  });

  it('by video has no place to go to', () => {
    const text = calendarText([{ ...visit, mode: 'video' }]);
    expect(properties(text)).toMatchObject([{ location: 'By video' }]);
    for (const word of ['Northgate', 'Harbour']) expect(text).not.toContain(word);
  });

  it('takes its own place after a change, and says that it was called off', () => {
    const moved = {
      ...visit,
      version: 3,
      scheduled_at: at('2026-04-01T09:00:00Z'),
      ends_at: at('2026-04-01T09:30:00Z'),
    };
    const cancelled = { ...moved, version: 4, status: 'cancelled' as const };
    const of = (which: CalendarVisit) => {
      const [read] = properties(calendarText([which]));
      const [other] = events(calendarText([which]));
      expect([other?.uid, String(other?.sequence), other?.status]).toEqual([
        read?.uid,
        read?.sequence,
        read?.status,
      ]);
      return [read?.uid, read?.sequence, read?.status];
    };
    const uid = `visit-${visit.id}@localhost`;
    expect([visit, moved, cancelled].map(of)).toEqual([
      [uid, '1', 'CONFIRMED'],
      [uid, '2', 'CONFIRMED'],
      [uid, '3', 'CANCELLED'],
    ]);
    expect(of({ ...visit, status: 'no_show' })[2]).toBe('CANCELLED');
    expect(of({ ...visit, status: 'completed' })[2]).toBe('CONFIRMED');
  });

  it('gets no property, line or event from what a clinic is called', () => {
    const nasty = fc.constantFrom(
      ...['\r\n', '\r', '\n', '\u2028', '\u0085', '\0', ',', ';', ':', '"', '\\', '\\n', ' '],
      ...['ATTENDEE:mailto:x@example.org', 'END:VEVENT', 'BEGIN:VEVENT', 'BEGIN:VALARM', 'é', '🩺', 'North'],
    );
    const name = fc.array(nasty, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, (clinic_name, clinic_address) => {
        const text = calendarText([{ ...visit, clinic_name: `N${clinic_name}`, clinic_address }]);
        const [read, ...more] = properties(text);
        expect(more).toEqual([]);
        expect(Object.keys(read ?? {})).toHaveLength(9);
        const [event, ...others] = events(text);
        expect(others).toEqual([]);
        // The nine, and what the parser says of its own: type, method and whether there is a time of day.
        expect(Object.keys(event ?? {})).toHaveLength(12);
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
      }),
      { numRuns: 300 },
    );
  });
});
