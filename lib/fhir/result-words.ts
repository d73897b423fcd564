import type { ResultCategory } from './result-categories';

const each = (category: ResultCategory, codes: string) =>
  codes.split(' ').map((code): [string, ResultCategory] => [code, category]);

/** Table 0074 of HL7 version 2, the sections that decide it; `LAB` alone does not. */
const sections = [
  ...each('infection', 'MB MCB MYC PAR VR SR'),
  ...each('genetics', 'GE CG'),
  ...each('pathology', 'PAT SP CP CY'),
  ...each('imaging', 'RAD IMG CT MR NMR RUS CUS XRC NMS RX OUS VUS'),
  ...each('blood_and_chemistry', 'HM CH BLB BG TX'),
];

/** LOINC parts, by which US Core says whose report it is. */
const parts = [...each('pathology', 'LP7839-6'), ...each('imaging', 'LP29684-5')];

export const categoryBySection: ReadonlyMap<string, ResultCategory> = new Map([...sections, ...parts]);

/** By hand, the first that fits: an infection found by its genes is an infection. */
export const categoryWords: readonly (readonly [ResultCategory, RegExp])[] = [
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
    /\b(x-?ray|xr|radiograph\w*|ct|mri?|ultrasound|mammogra\w*|imaging|radiolog\w*|echocardiogra\w*|dxa|pet|tomogra\w*|angiogra\w*|sonogra\w*|scan)\b/i,
  ],
];

/** LOINC codes whose names do not say it. */
export const infectionCodes = [
  ...['94531-1', '94500-6', '94309-2', '80382-5', '92142-9', '80383-3', '92141-1', '75622-1', '56888-1'],
];

/** LOINC: documents that report what was found. */
export const categoryByDocument: ReadonlyMap<string, ResultCategory> = new Map([
  ...each('infection', '18725-2 18727-8'),
  ...each('genetics', '51969-4 81247-9 26435-8'),
  ...each(
    'pathology',
    '11526-1 11529-5 22034-3 22637-3 26438-2 26439-0 33716-2 33717-0 47526-9 47527-7 60567-5',
  ),
  ...each('pathology', '60568-3'),
  ...each(
    'imaging',
    '18748-4 68604-8 18726-0 18747-6 18755-9 18760-9 18782-3 11525-3 24606-6 24627-2 30746-2',
  ),
  ...each('imaging', '36643-5 42148-7'),
  ...each('blood_and_chemistry', '18719-5 18720-3 18723-7 18728-6 18729-4'),
  ...each('other', '11502-2 26436-6'),
]);

/** A document's title names a subject as often as a result: only these words make it one, and those never do. */
export const tellsResult =
  /\b(reports?|results?|findings?|stud(?:y|ies)|narrative|x-?ray|xr|radiograph|ct|mri?|ultrasound|mammogra\w*|scan|biops\w*|histolog\w*|cytolog\w*|patholog\w*|radiolog\w*)\b/i;
export const asksForOne = /\b(referral|request|order|consent|appointment|instructions?|invoice|plan)\b/i;
