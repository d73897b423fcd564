/** UCUM as printed on a report: `10*3/uL` is 10³/µL. The code itself stays what it is in the record. */
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export function unitText(unit: string): string {
  return unit
    .replace(/\[(.+?)\]/g, '$1')
    .replace(/\{nominal\}/g, '')
    .replace(/\{(.+?)\}/g, '$1')
    .replace(
      /10[*^](\d+)/g,
      (_, digits: string) => `10${[...digits].map((digit) => superscripts[Number(digit)]).join('')}`,
    )
    .replaceAll('_', ' ')
    .replace(/\bm2\b/g, 'm²')
    .replace(/\bug\b/g, 'micrograms')
    .replace(/\bu(?=[A-Z]|mol)/g, 'µ');
}
