import { type CodedKind, type KnownCode, terminologySystems } from '../systems';
import type { CodeFile } from './code-file';

const system = terminologySystems.rxnorm;

/** Term types: an ingredient may be given and be an allergen, a product is only given. */
const kindsOf: Readonly<Record<string, CodedKind[]>> = {
  IN: ['prescription', 'allergy'],
  PIN: ['prescription', 'allergy'],
  MIN: ['prescription', 'allergy'],
  BN: ['prescription', 'allergy'],
  SCD: ['prescription'],
  SBD: ['prescription'],
  GPCK: ['prescription'],
  BPCK: ['prescription'],
};

/**
 * `RXNCONSO.RRF` of a full release or of the Current Prescribable Content. Of all sources only RxNorm's own names are
 * taken: those of the others have licences of their own.
 */
export const rxnormFile: CodeFile = {
  system,
  name: 'RXNCONSO.RRF',
  reader:
    () =>
    (line): KnownCode | null => {
      const cells = line.split('|');
      const [code, language, source, type, display, suppressed] = [0, 1, 11, 12, 14, 16].map(
        (at) => cells[at],
      );
      const kinds = kindsOf[type ?? ''];
      if (!code || !display || !kinds || language !== 'ENG' || source !== 'RXNORM' || suppressed !== 'N')
        return null;
      return { system, code, display, synonyms: [], kinds, unit: null };
    },
};
