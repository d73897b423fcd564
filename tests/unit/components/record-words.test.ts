import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import type { RecordView } from '#components/records/record';
import { badgeOf } from '#components/records/record-badge';
import { saysOf } from '#components/records/record-says';
import { formatter } from '#lib/i18n/format';
import messages from '../../../lib/i18n/messages/en.json';

const t = createTranslator({ locale: 'en', messages, namespace: 'records' });
const format = formatter('en', 'UTC');
const lab = (more: object) =>
  ({
    ...{ record_type: 'lab_result', status: 'final', stage: 'final', warnings: [] },
    content: { text: 'Potassium', value: '7.1', unit: 'mmol/L' },
    flag: { key: 'critical_high', source: 'reported' },
    ...more,
  }) as unknown as RecordView;

describe('the row of a record', () => {
  it.each([
    [lab({}), '7.1 mmol/L', 'Very high'],
    [lab({ status: 'preliminary', warnings: ['preliminary'] }), '7.1 mmol/L', 'Very high, Preliminary'],
    [lab({ status: 'preliminary', warnings: ['preliminary'], flag: null }), '7.1 mmol/L', 'Preliminary'],
    [lab({ status: 'cancelled', warnings: ['cancelled'], flag: null }), null, 'Cancelled'],
    [lab({ status: 'entered-in-error', stage: 'entered_in_error' }), null, 'Entered in error'],
    [
      { record_type: 'prescription', content: {}, status: 'active', warnings: ['not_an_order'] } as never,
      null,
      'Only planned',
    ],
  ])('says what counts (%#)', (record, says, badge) => {
    expect(saysOf(record, t as never, format)).toBe(says);
    expect(badgeOf(record, t as never)?.text).toBe(badge);
  });
});
