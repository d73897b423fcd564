import { describe, expect, it } from 'vitest';
import { readLab } from '#components/records/lab-reading';

const range = { low: '3.5', high: '5.1' };

describe('readLab', () => {
  it("takes the laboratory's word before the printed range", () => {
    const reading = readLab({ text: 'Potassium', value: '4.1', reference_range: range, interpretation: 'H' });
    expect(reading).toMatchObject({ key: 'high', tone: 'warn' });
  });

  it('compares with the range where the laboratory says nothing; its ends are inside', () => {
    const key = (value: string) => readLab({ text: 'Potassium', value, reference_range: range }).key;
    expect([key('3.49'), key('3.5'), key('5.1'), key('5.11')]).toEqual(['low', 'inRange', 'inRange', 'high']);
  });

  it('neither judges nor draws words, bounds and missing values', () => {
    for (const value of ['not detected', '', undefined]) {
      const reading = readLab({ text: 'X', ...(value !== undefined && { value }), reference_range: range });
      expect(reading).toEqual({ key: null, tone: 'neutral', scale: null });
    }
    expect(readLab({ text: 'X', value: '12', comparator: '<', reference_range: range }).key).toBeNull();
  });

  it('shows critical results in the colour of danger', () => {
    expect(readLab({ text: 'X', value: '9', interpretation: 'HH' }).tone).toBe('danger');
  });
});
