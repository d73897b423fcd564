import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import { HealthRow } from './health-row';
import { useMeasuredWords } from './reported-words';

type Row = Parameters<typeof HealthRow>[0]['record'] & { id: string };
type Measurement = Row & { content: Parameters<ReturnType<typeof useMeasuredWords>>[0] };

/** The newest first. */
export function MeasurementList({ records, zone }: { records: readonly Measurement[]; zone: string }) {
  const t = useTranslations('requests.health');
  const says = useMeasuredWords();
  const format = formatter(useLocale(), zone);
  if (records.length === 0) return <p className="text-muted">{t('measurementsEmpty')}</p>;
  return (
    <Card as="ul" flush>
      {records.map((record) => (
        <li key={record.id}>
          <HealthRow
            record={record}
            says={says(record.content, format)}
            zone={zone}
            href={paths.patient.record(record.id)}
          />
        </li>
      ))}
    </Card>
  );
}
