import { describe, expect, it } from 'vitest';
import { plainMedicine } from '#components/records/plain-medicine';

describe('the plain name of a medicine', () => {
  it.each([
    [
      'NuvaRing 0.12/0.015 MG per 24HR 21 Day Vaginal Ring',
      'NuvaRing 0.12/0.015 mg per 24-hour 21 day vaginal ring',
    ],
    ['amLODIPine 2.5 MG Oral Tablet', 'Amlodipine 2.5 mg oral tablet'],
    [
      '24 HR tacrolimus 1 MG Extended Release Oral Tablet',
      '24-hour tacrolimus 1 mg extended release oral tablet',
    ],
    [
      'insulin isophane, human 70 UNT/ML / insulin, regular, human 30 UNT/ML Injectable Suspension [Humulin]',
      'Insulin isophane, human 70 units/mL / insulin, regular, human 30 units/mL injectable suspension [Humulin]',
    ],
    [
      'NDA020503 200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler',
      '200 doses albuterol 0.09 mg per dose metered dose inhaler',
    ],
    [
      '1 ML epoetin alfa 4000 UNT/ML Injection [Epogen]',
      '1 mL epoetin alfa 4000 units/mL injection [Epogen]',
    ],
  ])('%s', (written, plain) => {
    expect(plainMedicine(written)).toBe(plain);
    expect(plainMedicine(plain)).toBe(plain);
  });

  it('leaves what a doctor wrote alone', () => {
    for (const name of ['Ferrous sulfate 200 mg tablet', 'Vitamin D3', 'ASA 75', 'Glucose 5 % in NaCl']) {
      expect(plainMedicine(name)).toBe(name);
    }
  });
});
