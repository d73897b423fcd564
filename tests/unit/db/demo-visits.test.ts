import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { demoDoctors } from '#db/seed/clinic';
import { visitsOn } from '#db/seed/visits';

const day = Temporal.PlainDate.from('2026-11-25');
const noon = Temporal.Instant.from('2026-11-25T13:00:00Z');
const panel = (size: number) => Array.from({ length: size }, (_, index) => `patient-${index}`);

describe('a demo day', () => {
  it.each(demoDoctors)('of $display_name brings each patient once, at a time of its own', (demo) => {
    for (const size of [0, 1, 2, 5, 9, 40]) {
      const visits = visitsOn(day, { id: 'doctor', demo, patientIds: panel(size) }, new Set(), noon);
      expect(new Set(visits.map(({ scheduled_at }) => scheduled_at)).size).toBe(visits.length);
      expect(new Set(visits.map(({ patient_id }) => patient_id)).size).toBe(visits.length);
      if (size <= 5) expect(visits).toHaveLength(size);
    }
  });

  it('reaches from the morning into the afternoon', () => {
    const [demo] = demoDoctors;
    if (!demo) throw new Error('The demo has no doctor.');
    const visits = visitsOn(day, { id: 'doctor', demo, patientIds: panel(9) }, new Set(), noon);
    expect(visits).toHaveLength(9);
    const statuses = visits.map(({ status }) => status);
    expect(statuses.slice(0, 4)).toEqual(Array(4).fill('completed'));
    expect(statuses.slice(-3)).toEqual(Array(3).fill('scheduled'));
  });
});
