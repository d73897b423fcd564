import { describe, expect, it } from 'vitest';
import { readLab } from '#components/records/lab-reading';
import type { LabFlag, LabResultView } from '#components/records/record';

const range = { low: '3.5', high: '5.1' };
const read = (content: Partial<LabResultView>, key: LabFlag['key'] | null = null) =>
  readLab({
    content: { text: 'Potassium', reference_range: range, ...content },
    flag: key === null ? null : { key, source: 'reported' },
  });

describe('readLab', () => {
  it('judges nothing: it words the flag that the record carries', () => {
    expect(read({ value: '4.1' }, 'high')).toMatchObject({ key: 'high', tone: 'warn' });
    expect(read({ value: '4.1', interpretation: 'R' }, 'resistant')).toMatchObject({ tone: 'neutral' });
    expect(read({ value: '9' })).toMatchObject({ key: null, tone: 'neutral' });
  });

  it('draws numbers, but neither words, bounds nor missing values', () => {
    expect(read({ value: '4.1' }).scale).not.toBeNull();
    for (const content of [{ value: 'not detected' }, { value: '' }, {}, { value: '12', comparator: '<' }])
      expect(read(content).scale).toBeNull();
  });

  it('shows critical results in the colour of danger', () => {
    expect(read({ value: '9' }, 'critical_high').tone).toBe('danger');
    expect(read({}, 'critical_abnormal').tone).toBe('danger');
  });
});
