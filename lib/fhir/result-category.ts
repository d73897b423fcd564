import { systems } from './codes';
import { codingOf, readConcept } from './concept';
import { at, type JsonObject, list, string } from './json';
import { labKey } from './lab-names';

/** What a patient may wish to be asked about before a result is shown. */
export const resultCategories = [
  'blood_and_chemistry',
  'infection',
  'genetics',
  'pathology',
  'imaging',
  'other',
] as const;
export type ResultCategory = (typeof resultCategories)[number];

/** Table 0074 of HL7 version 2, the sections that decide it; `LAB` alone does not. */
const sections: Readonly<Record<string, ResultCategory>> = {
  ...{
    MB: 'infection',
    MCB: 'infection',
    MYC: 'infection',
    PAR: 'infection',
    VR: 'infection',
    SR: 'infection',
  },
  ...{ GE: 'genetics', CG: 'genetics' },
  ...{ PAT: 'pathology', SP: 'pathology', CP: 'pathology', CY: 'pathology' },
  ...{ RAD: 'imaging', CT: 'imaging', MR: 'imaging', NMR: 'imaging', RUS: 'imaging', CUS: 'imaging' },
  ...{ XRC: 'imaging', NMS: 'imaging', RX: 'imaging', OUS: 'imaging', VUS: 'imaging' },
  ...{ HM: 'blood_and_chemistry', CH: 'blood_and_chemistry', BLB: 'blood_and_chemistry' },
};

/** By hand, the first that fits: an infection found by its genes is an infection. */
const words: readonly (readonly [ResultCategory, RegExp])[] = [
  [
    'infection',
    /\b(hiv|human immunodeficiency|hepatitis|hep [abc]|hbsag|hcv|hbv|hpv|papillomavirus|syphilis|treponema\w*|chlamydia\w*|gonorrh?o?ea\w*|neisseria|trichomonas|herpes|hsv|sars-cov-2|covid\w*|influenza|rsv|virus|viral|bacteria\w*|tubercul\w*|mycobacteri\w*|streptococc\w*|staphylococc\w*|borrelia|malaria|plasmodium|culture|microscopy|antigen)\b/i,
  ],
  [
    'genetics',
    /\b(gene|genes|genetic\w*|genom\w*|brca ?[12]?|mutation\w*|karyotyp\w*|dna|exome|allele\w*|variant\w*)\b/i,
  ],
  [
    'pathology',
    /\b(patholog\w*|histolog\w*|cytolog\w*|biops\w*|pap smear|tumou?r|cancer|neoplas\w*|gleason)\b/i,
  ],
  [
    'imaging',
    /\b(x-?ray|radiograph\w*|ct|mri|ultrasound|mammogra\w*|imaging|radiolog\w*|echocardiogra\w*|dxa)\b/i,
  ],
];

/** LOINC codes whose names do not say it. */
const infections = [
  '94531-1',
  '94500-6',
  '94309-2',
  '80382-5',
  '92142-9',
  '80383-3',
  '92141-1',
  '75622-1',
  '56888-1',
];

/** Null for what is no result. */
export function resultCategoryOf(tree: JsonObject): ResultCategory | null {
  if (tree.resourceType !== 'Observation' && tree.resourceType !== 'DiagnosticReport') return null;
  const section = list(tree.category).map(
    (category) => sections[codingOf(category, systems.reportCategory) ?? ''],
  );
  return section.find((one) => one !== undefined) ?? byName(tree) ?? byMeasure(tree);
}

function byName(tree: JsonObject): ResultCategory | undefined {
  const codings = list(at(tree.code, 'coding'));
  const codes = codings.map((coding) => string(at(coding, 'code')) ?? '');
  if (codes.some((code) => infections.includes(code))) return 'infection';
  const names = [at(tree.code, 'text'), ...codings.map((coding) => at(coding, 'display'))];
  const said = names.flatMap((name) => string(name) ?? []).join('\n');
  const named = words.find(([, pattern]) => pattern.test(said))?.[0];
  const isImage = list(tree.category).some(
    (category) => codingOf(category, systems.observationCategory) === 'imaging',
  );
  return named ?? (isImage ? 'imaging' : undefined);
}

function byMeasure(tree: JsonObject): ResultCategory {
  const measured = tree.valueQuantity !== undefined || labKey(readConcept(tree.code)) !== null;
  return measured ? 'blood_and_chemistry' : 'other';
}
