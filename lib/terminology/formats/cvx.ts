import { terminologySystems } from '../systems';
import { type CodeFile, otherNames } from './code-file';

const system = terminologySystems.cvx;

/** `cvx.txt` of the CDC: code, short name, full name, notes, status, whether it is no vaccine, date. */
export const cvxFile: CodeFile = {
  system,
  name: 'cvx.txt',
  reader: () => (line) => {
    const [code, display, full, , status, isOther] = line.split('|').map((cell) => cell.trim());
    if (!code || !display || !/^\d{2,3}$/.test(code)) return null;
    // Inactive ones are what people were given in earlier years.
    if (isOther?.toLowerCase() === 'true' || !/^(in)?active$/i.test(status ?? '')) return null;
    return {
      system,
      code,
      display,
      synonyms: otherNames(display, [full]),
      kinds: ['immunization'],
      unit: null,
    };
  },
};
