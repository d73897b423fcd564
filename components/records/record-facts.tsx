import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { type Description, DescriptionList } from '#components/ui/description-list';
import { TextLink } from '#components/ui/text-link';
import type { Formatter } from '#lib/i18n/format';
import { FactWords } from './fact-words';
import { factsOf } from './facts-of';
import { plainMedicine } from './plain-medicine';
import type { RecordView } from './record';
import { recordDate } from './record-date';
import type { Words } from './record-says';

interface RecordFactsProps {
  record: RecordView;
  format: Formatter;
  /** Codes are for staff. */
  coded: boolean;
  /** Where another record of the same chart is. */
  hrefOf: (recordId: string) => string;
}

/** By the names that staff know them by; another system's codes stand alone. */
const systems: Record<string, 'loinc' | 'snomed' | 'rxnorm'> = {
  'http://loinc.org': 'loinc',
  'http://snomed.info/sct': 'snomed',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'rxnorm',
};

/** What is seldom written is not missed where it is not: no line for it. */
const known = (item: Description): Description[] => (item.value === null ? [] : [item]);

/** What a record says beyond its name, who may see it, and who wrote it when. */
export function RecordFacts({ record, format, coded, hrefOf }: RecordFactsProps) {
  const t = useTranslations('records');
  const { occurred_at, doctor_name, created_at, sensitivity, origin, encounter_id } = record;
  const restricted = sensitivity === 'restricted';
  const items: Description[] = [
    ...factsOf(record, new FactWords(t, format)),
    { term: t('field.occurred_at'), value: occurred_at ? recordDate(occurred_at, format) : null },
    { term: t('field.author'), value: doctor_name ? <bdi>{doctor_name}</bdi> : null },
    { term: t('field.created_at'), value: format.dateTime(created_at) },
    ...known({ term: t('field.origin'), value: origin === 'clinic' ? null : t(`originOf.${origin}`) }),
    ...known({
      term: t('field.encounter'),
      value: encounter_id && <TextLink href={hrefOf(encounter_id)}>{t('encounterOpen')}</TextLink>,
    }),
    ...known({ term: t('field.sensitivity'), value: restricted ? <Restricted t={t} /> : null }),
    ...(coded ? known({ term: t('field.recorded_as'), value: writtenName(record) }) : []),
    ...(coded ? known({ term: t('field.code'), value: codeOf(record, t) }) : []),
  ];
  return <DescriptionList items={items} missing={t('notRecorded')} columns={2} />;
}

function Restricted({ t }: { t: Words }) {
  return (
    <>
      <Badge tone="warn">{t('restrictedBadge')}</Badge> {t('restrictedTo')}
    </>
  );
}

/** The words of the record itself, where its title is a plainer form of them. */
function writtenName({ record_type, title }: RecordView): string | null {
  return record_type === 'prescription' && plainMedicine(title) !== title ? title : null;
}

function codeOf({ content: { code, code_system } }: RecordView, t: Words) {
  if (!code) return null;
  const system = systems[code_system ?? ''];
  return (
    <>
      {system && t(`codeSystem.${system}`)} <code className="font-mono">{code}</code>
    </>
  );
}
