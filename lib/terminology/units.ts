import { UcumLhcUtils } from '@lhncbc/ucum-lhc';

type Ucum = ReturnType<typeof UcumLhcUtils.getInstance>;

let tables: Ucum | undefined;

/** Its tables take some 15 ms and 5 MB, which only a process that meets a unit pays. */
const ucum = (): Ucum => {
  tables ??= UcumLhcUtils.getInstance();
  return tables;
};

/** What is often written for a UCUM code, by the part between the signs of a term (`mcg/L`). */
const miswritten: Readonly<Record<string, string>> = {
  mcg: 'ug',
  µg: 'ug',
  μg: 'ug',
  µmol: 'umol',
  μmol: 'umol',
  µL: 'uL',
  μL: 'uL',
  mcL: 'uL',
  mcmol: 'umol',
  mEq: 'meq',
  mmHg: 'mm[Hg]',
  IU: '[IU]',
  iu: '[IU]',
  mIU: 'm[IU]',
  uIU: 'u[IU]',
  kIU: 'k[IU]',
  sec: 's',
  hr: 'h',
  hrs: 'h',
  mins: 'min',
  pH: '[pH]',
  degC: 'Cel',
  '°C': 'Cel',
  '°F': '[degF]',
  degF: '[degF]',
  lb: '[lb_av]',
  lbs: '[lb_av]',
  INR: '{INR}',
  '1.73m2': '{1.73_m2}',
  '1.73m²': '{1.73_m2}',
  'm²': 'm2',
  bpm: '/min',
  mOsm: 'mosm',
};

/** Codes of laboratories by their small letters: `MG/DL` means `mg/dL`. Case carries meaning in all others. */
const commonCodes = [
  'mg/dL g/dL g/L mg/L ug/L ug/dL ug/mL ng/mL ng/dL ng/L pg/mL mg/mL',
  'mmol/L umol/L nmol/L pmol/L mol/L mmol/mol meq/L mosm/kg',
  'U/L kU/L U/mL mU/L [IU]/L [IU]/mL m[IU]/L k[IU]/L mL/min mL/min/{1.73_m2}',
  '10*3/uL 10*6/uL 10*9/L 10*12/L fL pg dL mL uL mm[Hg] kg/m2 mm/h /min mg/g mg/mmol',
].flatMap((line) => line.split(' '));
const bySmallLetters = new Map(commonCodes.map((code) => [code.toLowerCase(), code]));

const inherited = Object.getOwnPropertyNames(Object.prototype);

/** Whether this is a code of UCUM, letter by letter: `mg/dL` and `{score}` are, `mcg`, `MG/DL` and `degF` are not. */
export function isUnit(code: string): boolean {
  // The library looks words up in plain objects, and so takes `constructor` for a unit.
  if (!/^[!-~]{1,60}$/.test(code) || inherited.some((name) => code.includes(name))) return false;
  return ucum().validateUnitString(code).status === 'valid';
}

/** The UCUM code that was most probably meant by what is none; null where there is no saying. */
export function suggestUnit(written: string): string | null {
  if (isUnit(written)) return null;
  const power = written
    .trim()
    .replace(/^[x×] ?/i, '')
    .replace(/10(?:\^|e)(?=\d)/i, '10*')
    .replace(/\bper\b/, '/')
    .replaceAll(' ', '');
  const parts = power.split('/').map((part) => (Object.hasOwn(miswritten, part) ? miswritten[part] : part));
  const known = parts.join('/');
  const candidates = [known.replaceAll('//', '/'), bySmallLetters.get(known.toLowerCase())];
  return candidates.find((one) => one !== undefined && isUnit(one)) ?? null;
}

/** Whether two units measure the same kind of thing, so that a value of one can be said in the other. */
export function sameDimension(left: string, right: string): boolean {
  return convert('1', { from: left, to: right }) !== null;
}

interface Conversion {
  readonly from: string;
  readonly to: string;
  /** Grams in a mole, for a mass that becomes an amount of substance or the other way. */
  readonly molarMass?: number | undefined;
}

/** Grams in a mole of what common tests measure, by LOINC code. */
const molarMasses: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [180.156, '2345-7 2339-0 14749-6 15074-8 1558-6'],
      [386.65, '2093-3 14647-2 2085-9 14646-4 13457-7 18262-6 2089-1 22748-8'],
      [885.4, '2571-8 14927-8'],
      [113.12, '2160-0 38483-4 14682-9'],
      [168.11, '3084-1'],
      [40.078, '17861-6 49765-1 2000-8'],
      [24.305, '19123-9'],
      [584.66, '1975-2 1968-7'],
      [55.845, '2498-4'],
      [400.64, '1989-3'],
      [776.87, '3024-7'],
    ] as const
  ).flatMap(([mass, codes]) => codes.split(' ').map((code) => [code, mass])),
);

export const molarMassOf = (loinc: string): number | undefined =>
  Object.hasOwn(molarMasses, loinc) ? molarMasses[loinc] : undefined;

/**
 * A value in another unit, to as many figures as it was given with and at least three; null where the units do not
 * measure the same. For showing beside the value as received, never in its place.
 */
export function convert(value: string, { from, to, molarMass }: Conversion): string | null {
  if (!isUnit(from) || !isUnit(to)) return null;
  const options = molarMass === undefined ? {} : { molecularWeight: molarMass };
  const { status, toVal } = ucum().convertUnitTo(from, Number(value), to, options);
  if (status !== 'succeeded' || toVal === null || !Number.isFinite(toVal)) return null;
  const figures = value.replace(/^[-0.]+|\.|[eE].*$/g, '').length;
  return String(Number(toVal.toPrecision(Math.min(Math.max(figures, 3), 15))));
}
