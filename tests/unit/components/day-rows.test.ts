import { describe, expect, it } from 'vitest';
import { dayRows } from '#components/appointments/day-rows';
import type { VisitStatus } from '#components/appointments/visit';

const visit = (from: string, to: string, status: VisitStatus = 'scheduled') => ({
  id: from,
  scheduled_at: `2026-11-24T${from}:00Z`,
  ends_at: `2026-11-24T${to}:00Z`,
  status,
  state: status,
  mode: 'in_person' as const,
  service_name: null,
  service_colour: null,
  room_name: null,
  confirmed_at: null,
  overbooked: false,
  questions: 'none' as const,
  patient_id: 'a',
  patient_name: 'A',
  patient_birth_date: null,
  patient_sex: null,
  doctor_name: 'B',
  clinic_name: null,
  notes: null,
});
const shape = (rows: ReturnType<typeof dayRows>) =>
  rows.map((row) => {
    if (row.kind === 'closed') return row.closed.kind;
    return row.kind === 'gap' ? `gap ${row.minutes}` : `${row.visit.id}${row.current ? ' now' : ''}`;
  });

describe('dayRows', () => {
  it('shows free time of ten minutes and more between visits, and marks the one that runs', () => {
    const visits = [visit('09:00', '09:20'), visit('09:25', '09:45'), visit('10:00', '10:20')];
    expect(shape(dayRows(visits, '2026-11-24T10:00:00Z', []))).toEqual([
      '09:00',
      '09:25',
      'gap 15',
      '10:00 now',
    ]);
  });

  it('counts the time of a cancelled visit as free', () => {
    const visits = [visit('09:00', '09:20'), visit('09:20', '09:40', 'cancelled'), visit('09:40', '10:00')];
    expect(shape(dayRows(visits, '2026-11-24T09:30:00Z', []))).toEqual(['09:00', '09:20', 'gap 20', '09:40']);
  });

  it('shows when nobody is offered a time, which is not free', () => {
    const closed = (kind: 'break' | 'block' | 'holiday', from: string, to: string) => ({
      ...{ kind, date: '2026-11-24', name: null },
      ...{ starts_at: `2026-11-24T${from}:00Z`, ends_at: `2026-11-24T${to}:00Z` },
    });
    const visits = [visit('09:00', '09:20'), visit('11:00', '11:20')];
    const parts = [closed('break', '10:00', '10:30'), closed('block', '11:10', '12:00')];
    expect(shape(dayRows(visits, '2026-11-24T08:00:00Z', parts))).toEqual([
      ...['09:00', 'gap 40', 'break', 'gap 30', '11:00', 'block'],
    ]);
    const whole = [closed('holiday', '00:00', '23:59')];
    expect(shape(dayRows(visits, '2026-11-24T08:00:00Z', whole))).toEqual(['holiday', '09:00', '11:00']);
    expect(shape(dayRows([], '2026-11-24T08:00:00Z', whole))).toEqual(['holiday']);
  });

  it('does not mark a visit at the moment it ends', () => {
    expect(shape(dayRows([visit('09:00', '09:20')], '2026-11-24T09:20:00Z', []))).toEqual(['09:00']);
  });
});
