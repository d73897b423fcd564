import { terminologySystems } from '../systems';
import type { CodeFile } from './code-file';

const system = terminologySystems.icd10cm;

/** The order file of CMS, `icd10cm_order_<year>.txt`: columns of fixed width; only codes that may be used stand for something. */
export const icd10cmFile: CodeFile = {
  system,
  name: 'icd10cm_order_<year>.txt',
  reader: () => (line) => {
    const [, bare, isUsable, short, long] =
      /^\d{5} ([A-Z0-9]{3,7}) +([01]) (.{60})(?: (.+))?$/.exec(line) ?? [];
    if (!bare || isUsable !== '1') return null;
    const display = (long ?? short ?? '').trim();
    const code = bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
    return { system, code, display, synonyms: [], kinds: ['diagnosis'], unit: null };
  },
};
