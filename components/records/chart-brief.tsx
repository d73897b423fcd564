import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { labValueWithUnit } from './lab-value';
import { inOrderOfUrgency, type ResultView } from './newest-results';
import type { DiagnosisRecord, PrescriptionRecord, RecordView } from './record';
import { RecordBadge } from './record-badge';
import { useRecordTitle } from './record-title';

interface ChartBriefProps {
  problems: readonly DiagnosisRecord[];
  medicines: readonly PrescriptionRecord[];
  results: readonly ResultView[];
  zone: string;
  hrefOf: (record: RecordView) => string;
}

const most = 6;

/** The chart in the width of a panel. */
export function ChartBrief({ problems, medicines, results, zone, hrefOf }: ChartBriefProps) {
  const t = useTranslations('records');
  const format = formatter(useLocale(), zone);
  const titleOf = useRecordTitle();
  const notable = inOrderOfUrgency(results).filter(({ record }) => record.flag !== null);
  return (
    <>
      <Part id="problems" title={t('problems.title')} none={t('problems.none')} count={problems.length}>
        {problems.slice(0, most).map((problem) => (
          <Line key={problem.id} href={hrefOf(problem)} text={problem.title} />
        ))}
      </Part>
      <Part id="medicines" title={t('medicines.staff')} none={t('medicines.none')} count={medicines.length}>
        {medicines.slice(0, most).map((medicine) => (
          <Line key={medicine.id} href={hrefOf(medicine)} text={titleOf(medicine).plain} />
        ))}
      </Part>
      {notable.length > 0 && (
        <Part id="labs" title={t('newest.title')} none="" count={notable.length}>
          {notable.slice(0, most).map(({ record }) => (
            <li key={record.id} className="flex items-baseline gap-3">
              <TextLink href={hrefOf(record)} look="plain" className="min-w-0 flex-1 wrap-break-word">
                {titleOf(record).plain}
              </TextLink>
              <strong className="shrink-0 font-semibold tabular-nums">
                {labValueWithUnit(record.content, format)}
              </strong>
              <RecordBadge record={record} />
            </li>
          ))}
        </Part>
      )}
    </>
  );
}

interface PartProps {
  id: string;
  title: string;
  none: string;
  count: number;
  children: ReactNode;
}

function Part({ id, title, none, count, children }: PartProps) {
  const t = useTranslations('records.medicines');
  return (
    <section aria-labelledby={`brief-${id}`}>
      <h3 id={`brief-${id}`} className="mb-1">
        {title}
      </h3>
      {count === 0 && <p className="text-muted">{none}</p>}
      {count > 0 && <ul className="flex flex-col gap-1.5">{children}</ul>}
      {count > most && <p className="mt-1 text-muted">{t('more', { count: count - most })}</p>}
    </section>
  );
}

function Line({ href, text }: { href: string; text: string }) {
  return (
    <li className="py-0.5 wrap-break-word text-muted">
      <TextLink href={href} look="plain">
        {text}
      </TextLink>
    </li>
  );
}
