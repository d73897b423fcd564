import { describe, expect, it } from 'vitest';
import { whatWaits } from '#components/requests/what-waits';

const days: Record<string, number> = { today: 0, tomorrow: 1, lately: -14, longAgo: -15 };
const daysTo = (moment: string) => days[moment] ?? Number.NaN;
const none = { withheld: [], visit: undefined, refills: [], corrections: [], daysTo };
const asked = (id: string, status: string, decided_at: string | null) =>
  ({ id, status, decided_at, record_title: 'Ramipril' }) as unknown as Parameters<
    typeof whatWaits
  >[0]['refills'][number];

describe('what waits for a patient', () => {
  it('is nothing where there is nothing', () => {
    expect(whatWaits(none)).toEqual([]);
    expect(whatWaits({ ...none, visit: { id: 'v', scheduled_at: 'tomorrow' } })).toEqual([]);
  });

  it('is the visit of today, then results by what they wait for, then what was answered lately', () => {
    const found = whatWaits({
      ...none,
      withheld: [{ release: 'awaiting_comment' }, { release: 'ask_first' }, { release: 'ask_first' }],
      visit: { id: 'v', scheduled_at: 'today' },
      refills: [
        asked('r', 'approved', 'lately'),
        asked('o', 'approved', 'longAgo'),
        asked('w', 'requested', null),
      ],
      corrections: [asked('c', 'denied', 'today'), asked('t', 'withdrawn', 'today')],
    });
    expect(found).toEqual([
      { key: 'visit_today', href: '/patient/visits/v', count: 1, name: '' },
      { key: 'ask_first', href: '/patient/results', count: 2, name: '' },
      { key: 'awaiting_comment', href: '/patient/results', count: 1, name: '' },
      { key: 'answered', href: '/patient/requests/refills/r', count: 1, name: 'Ramipril' },
      { key: 'answered', href: '/patient/requests/corrections/c', count: 1, name: 'Ramipril' },
    ]);
  });
});
