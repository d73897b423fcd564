import { useTranslations } from 'next-intl';
import type { Reported } from '#components/records/record';
import { ReportedBy } from '#components/records/reported-by';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';

type Allergy = Reported & {
  id: string;
  patient_id: string;
  title: string;
  content: { reaction?: string | undefined };
};

/** Beside a decision on a medicine. An empty list is not a statement that there are none. */
export function AllergiesBeside({ records }: { records: readonly Allergy[] }) {
  const t = useTranslations('requests.decide');
  return (
    <Section id="allergies" title={t('allergies')}>
      {records.length === 0 ? (
        <p className="text-muted">{t('allergiesNone')}</p>
      ) : (
        <Card as="ul" flush>
          {records.map((record) => (
            <li key={record.id} className="flex flex-wrap items-start justify-between gap-2 px-4 py-3">
              <span className="min-w-0">
                <TextLink href={paths.doctor.record(record.patient_id, record.id)} look="plain">
                  {record.title}
                </TextLink>
                {record.content.reaction && (
                  <span className="block text-muted wrap-break-word">{record.content.reaction}</span>
                )}
              </span>
              <ReportedBy record={record} />
            </li>
          ))}
        </Card>
      )}
    </Section>
  );
}
