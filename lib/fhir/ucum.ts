/**
 * UCUM codes (unitsofmeasure.org) in common laboratory use. A unit outside the list is kept as the words it was typed
 * in and claims no code: `mcg` or `x10^9/L` are not UCUM, and a wrong code would make two results comparable that are not.
 */
const codes = new Set(
  [
    '% ‰ 1 {ratio} {score} {INR} {nominal} {titer} [pH] [ppm]',
    'g mg ug ng pg kg mol mmol umol nmol pmol L dL mL uL fL m cm mm um s min h d wk mo a',
    'g/L g/dL mg/L mg/dL mg/mL ug/L ug/dL ug/mL ng/L ng/dL ng/mL pg/mL pg/dL',
    'mol/L mmol/L umol/L nmol/L pmol/L mmol/mol mmol/kg mosm/kg mosm/L meq/L',
    '10*3/uL 10*6/uL 10*9/L 10*12/L 10*6/L /uL /mL /L /[HPF] /[LPF]',
    'U/L kU/L U/mL mU/L [IU]/L [IU]/mL k[IU]/L m[IU]/L m[IU]/mL u[IU]/mL ukat/L nkat/L',
    'mL/min mL/min/{1.73_m2} mL/s mg/g mg/mmol ug/g g/g mg/(24.h) g/(24.h) mg/d g/d',
    'mm[Hg] kPa cm[H2O] mm/h Cel [degF] /min kg/m2 [CFU] [CFU]/mL {copies}/mL',
  ].flatMap((line) => line.split(' ')),
);

export function isUcumCode(unit: string): boolean {
  return codes.has(unit);
}
