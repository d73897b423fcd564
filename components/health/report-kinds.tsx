/** What patients report, in the order in which it is offered. */
export const measurementKinds = ['blood_pressure', 'weight', 'temperature', 'glucose', 'pulse'] as const;
export const reportKinds = ['allergy', ...measurementKinds] as const;
export type ReportKind = (typeof reportKinds)[number];

export const isReportKind = (text: string): text is ReportKind => reportKinds.some((kind) => kind === text);

/** Of what is one number, the units in which it is given; the first is offered first. */
export const unitsOf = {
  weight: ['kg', '[lb_av]'],
  temperature: ['Cel', '[degF]'],
  glucose: ['mmol/L', 'mg/dL'],
  pulse: ['/min'],
} as const satisfies Partial<Record<ReportKind, readonly string[]>>;

const kindByCode: Readonly<Record<string, ReportKind>> = {
  '85354-9': 'blood_pressure',
  '29463-7': 'weight',
  '8310-5': 'temperature',
  '15074-8': 'glucose',
  '2339-0': 'glucose',
  '8867-4': 'pulse',
};

interface Reported {
  record_type: string;
  content: { code?: string | undefined };
}

/** As what the record was reported; null where it was not. */
export function reportKindOf({ record_type, content }: Reported): ReportKind | null {
  if (record_type === 'allergy') return 'allergy';
  return record_type === 'vital_sign' ? (kindByCode[content.code ?? ''] ?? null) : null;
}
