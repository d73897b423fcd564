import { createElement } from 'react';
import { expect, it } from 'vitest';
import { DoctorTimes } from '#components/appointments/doctor-times';
import { JoinVisit } from '#components/appointments/join-visit';
import type { DayVisit } from '#components/appointments/visit';
import { wishQuery } from '../../../app/patient/visits/book/wish';
import { textOf } from '../../harness/drawn';

const doctor = {
  ...{ id: 'd', display_name: 'Dr Okafor', speciality: 'General practice' },
  ...{ clinic_name: 'Northgate', zone: 'Europe/London' },
};
const times = (from: string | undefined, total: number) => {
  const openings = total ? [{ starts_at: '2026-05-04T09:00:00Z' }] : [];
  const action = async () => ({ status: 'idle' as const });
  return textOf(
    createElement(DoctorTimes, { doctor, total, openings, ownZone: null, from, action, allHref: '/all' }),
  );
};

it('a search from a day on is told to be from that day', () => {
  expect(times('2026-05-04', 0)).toMatch(/No free time in the four weeks from Monday 4 May that fits/);
  expect(times('2026-05-04', 12)).toContain('12 free times in the four weeks from Monday 4 May');
  expect(times('2026-05-04', 12)).not.toContain('next four weeks');
  expect(times(undefined, 0)).toContain('No free time in the next four weeks that fits');
  expect(times(undefined, 1)).toContain('1 free time in four weeks');
});

it('what was searched for goes along to one doctor’s times and back', () => {
  const wished = {
    service: 's',
    speciality: 'Cardiology',
    mode: 'video',
    part: 'morning',
    from: '2026-05-04',
  };
  expect(wishQuery({ ...wished, doctor: 'd', day: '2026-05-11' })).toEqual(wished);
});

const no = { allowed: false, reason: 'not_permitted' } as const;
const visit: DayVisit = {
  ...{
    id: 'v',
    scheduled_at: '2026-05-04T09:00:00Z',
    ends_at: '2026-05-04T09:30:00Z',
    zone: 'Europe/London',
  },
  ...{ notes: null, doctor_name: 'Dr Okafor', clinic_name: 'Northgate', status: 'scheduled', mode: 'video' },
  ...{ state: 'scheduled', check_in: null, join: null },
  can: { arrive: no, undo: no, join: no },
};

it('a visit by video whose clinic has no place for it says so, while it is to come', () => {
  const told = (more: Partial<DayVisit>, now = '2026-05-04T08:00:00Z') =>
    textOf(createElement(JoinVisit, { visit: { ...visit, ...more }, ownZone: null, href: '/j', now }));
  expect(told({})).toContain('There is no link for this video visit yet. Call the clinic.');
  for (const more of [{ mode: 'in_person' as const }, { status: 'cancelled' as const }])
    expect(told(more).trim()).toBe('');
  expect(told({}, '2026-05-04T09:30:00Z').trim()).toBe('');
});
