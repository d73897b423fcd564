import { expect, it } from 'vitest';
import { unitText } from '#lib/i18n/unit-text';

it('prints UCUM as a laboratory report does', () => {
  const printed = ['10*3/uL', 'mL/min/{1.73_m2}', 'mm[Hg]', 'ug/L', 'umol/L', 'mmol/L', '%'].map(unitText);
  expect(printed).toEqual(['10³/µL', 'mL/min/1.73 m²', 'mmHg', 'micrograms/L', 'µmol/L', 'mmol/L', '%']);
});
