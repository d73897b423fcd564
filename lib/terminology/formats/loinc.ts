import { type CodedKind, terminologySystems } from '../systems';
import { type CodeFile, otherNames } from './code-file';
import { csvCells } from './csv-line';

/** `Loinc.csv` of the LOINC table (folder LoincTable of the release). */
export const loincFile: CodeFile = {
  system: terminologySystems.loinc,
  name: 'Loinc.csv',
  reader() {
    let columns: readonly string[] = [];
    return (line) => {
      const cells = csvCells(line);
      if (columns.length === 0) {
        columns = cells;
        if (!columns.includes('LOINC_NUM')) throw new TypeError('No column LOINC_NUM');
        return null;
      }
      const row = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));
      return codeOf(row);
    };
  },
};

function codeOf(row: Readonly<Record<string, string>>) {
  const { LOINC_NUM: code, LONG_COMMON_NAME: display, STATUS: status } = row;
  const kinds = kindsOf(row);
  if (!code || !display || status !== 'ACTIVE' || kinds.length === 0) return null;
  const names = [row.CONSUMER_NAME, row.DisplayName, row.SHORTNAME, ...(row.RELATEDNAMES2 ?? '').split(';')];
  const unit = (row.EXAMPLE_UCUM_UNITS ?? '').split(';')[0]?.trim() || null;
  return {
    ...{ system: terminologySystems.loinc, code, display, kinds, unit },
    synonyms: otherNames(display, names),
  };
}

/** By LOINC's class: 1 is the laboratory, 2 what is measured or written at the bedside. */
function kindsOf({ CLASSTYPE: type, CLASS: name = '' }: Readonly<Record<string, string>>): CodedKind[] {
  if (type === '1') return ['lab_result'];
  if (type !== '2') return [];
  if (name.startsWith('DOC.')) return ['note', 'document'];
  if (name === 'RAD') return ['document'];
  return /^(BDY|BP\.|HRTRATE|RESP)/.test(name) ? ['vital_sign'] : [];
}
