import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { readLab } from './lab-reading';
import { LabResult } from './lab-result';
import type { LabRecord } from './record';
import { recordDate } from './record-date';

export interface ResultView {
  record: LabRecord;
  previous: LabRecord | null;
}

interface NewestResultsProps {
  /** The newest result of each test, newest first. */
  results: readonly ResultView[];
  zone: string;
  hrefOf: (record: LabRecord) => string;
  allHref: string;
  most?: number;
}

const urgency = { danger: 0, warn: 1, ok: 2, neutral: 3, primary: 3, info: 3 } as const;

const dayOf = ({ record }: ResultView) => record.occurred_at?.slice(0, 10);

/** What needs attention first, then what has a range to be read against, then the rest. */
export function inOrderOfUrgency(results: readonly ResultView[]): ResultView[] {
  const rank = ({ record }: ResultView) => urgency[readLab(record).tone];
  return [...results].sort((a, b) => rank(a) - rank(b));
}

/** Those of the newest day, by urgency; while there is room, those of the days before. */
function shownOf(results: readonly ResultView[], most: number): ResultView[] {
  const [first] = results;
  const isNewest = (result: ResultView) => first !== undefined && dayOf(result) === dayOf(first);
  const older = results.filter((result) => !isNewest(result));
  return [...inOrderOfUrgency(results.filter(isNewest)), ...inOrderOfUrgency(older)].slice(0, most);
}

/** The newest results, what needs attention first. */
export function NewestResults({ results, zone, hrefOf, allHref, most = 4 }: NewestResultsProps) {
  const t = useTranslations('records.newest');
  const format = formatter(useLocale(), zone);
  const shown = shownOf(results, most);
  const [first] = shown;
  if (!first) return null;
  const day = first.record.occurred_at;
  const ofOneDay = shown.every((result) => dayOf(result) === dayOf(first));
  return (
    <Section
      id="results"
      title={day && ofOneDay ? t('on', { date: recordDate(day, format) }) : t('title')}
      aside={<TextLink href={allHref}>{t('all')}</TextLink>}
    >
      <Card as="ul" flush>
        {shown.map(({ record, previous }) => (
          <li key={record.id} className="px-5 py-4 sm:px-6 dense:px-4 dense:py-3">
            <LabResult
              record={record}
              previous={previous}
              dated={!ofOneDay}
              zone={zone}
              href={hrefOf(record)}
            />
          </li>
        ))}
      </Card>
    </Section>
  );
}
