import { useLocale, useTranslations } from 'next-intl';
import { plainMedicine } from '#components/records/plain-medicine';
import type { PrescriptionRecord } from '#components/records/record';
import { RecordBadge } from '#components/records/record-badge';
import { recordDate } from '#components/records/record-date';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

/** What was taken before, the newest first. */
export function PastMedicines({
  medicines,
  zone,
}: {
  medicines: readonly PrescriptionRecord[];
  zone: string;
}) {
  const t = useTranslations('requests.medications');
  const format = formatter(useLocale(), zone);
  if (medicines.length === 0) return <p className="text-muted">{t('beforeEmpty')}</p>;
  return (
    <Card as="ul" flush>
      {medicines.map((medicine) => (
        <li key={medicine.id}>
          <PageLink
            href={paths.patient.record(medicine.id)}
            className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-5 py-3.5 -outline-offset-2 hover:bg-sunken/60"
          >
            <span className="min-w-0">
              <span className="block wrap-break-word">{plainMedicine(medicine.title)}</span>
              {medicine.occurred_at && (
                <span className="block text-base text-muted tabular-nums">
                  {recordDate(medicine.occurred_at, format)}
                </span>
              )}
            </span>
            <RecordBadge record={medicine} />
          </PageLink>
        </li>
      ))}
    </Card>
  );
}
