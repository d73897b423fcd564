import { compareDecimals } from './decimal';

interface Limits {
  readonly low: string;
  readonly high: string;
}

export interface HomeMeasurement {
  /** LOINC. */
  readonly code: string;
  /** As its patient calls it. */
  readonly text: string;
  /** By UCUM code: what a living person can have. Beyond it a digit or the unit is wrong. */
  readonly units: Readonly<Record<string, Limits>>;
}

/** What people measure at home with one number. */
export const homeMeasurements = {
  weight: {
    code: '29463-7',
    text: 'Body weight',
    units: { kg: { low: '0.3', high: '650' }, '[lb_av]': { low: '0.7', high: '1430' } },
  },
  temperature: {
    code: '8310-5',
    text: 'Body temperature',
    units: { Cel: { low: '25', high: '45' }, '[degF]': { low: '77', high: '113' } },
  },
  // LOINC names amount and mass apart: the unit decides which code it is.
  glucose_mmol: {
    code: '15074-8',
    text: 'Blood sugar',
    units: { 'mmol/L': { low: '0.5', high: '60' } },
  },
  glucose_mg: {
    code: '2339-0',
    text: 'Blood sugar',
    units: { 'mg/dL': { low: '9', high: '1080' } },
  },
  pulse: { code: '8867-4', text: 'Heart rate', units: { '/min': { low: '20', high: '300' } } },
} as const satisfies Record<string, HomeMeasurement>;

/** In mm[Hg]. */
export const bloodPressureLimits = {
  systolic: { low: '40', high: '300' },
  diastolic: { low: '20', high: '200' },
} as const satisfies Record<string, Limits>;

export function isPlausible(value: string, { low, high }: Limits): boolean {
  const [above, below] = [compareDecimals(value, low), compareDecimals(value, high)];
  return above !== null && below !== null && above >= 0 && below <= 0;
}
