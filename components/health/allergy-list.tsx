import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { paths } from '#lib/platform/paths';
import { HealthRow } from './health-row';

type Row = Parameters<typeof HealthRow>[0]['record'] & { id: string };
type Allergy = Row & { content: { reaction?: string | undefined } };

export function AllergyList({ records, zone }: { records: readonly Allergy[]; zone: string }) {
  const t = useTranslations('requests.health');
  if (records.length === 0) return <p className="text-muted">{t('allergiesEmpty')}</p>;
  return (
    <Card as="ul" flush>
      {records.map((record) => (
        <li key={record.id}>
          <HealthRow
            record={record}
            says={record.content.reaction ?? null}
            zone={zone}
            href={paths.patient.record(record.id)}
          />
        </li>
      ))}
    </Card>
  );
}
