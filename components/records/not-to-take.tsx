import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { plainMedicine } from './plain-medicine';
import type { PrescriptionRecord } from './record';
import { RecordBadge } from './record-badge';

interface NotToTakeProps {
  medicines: readonly PrescriptionRecord[];
  hrefOf: (record: PrescriptionRecord) => string;
}

/** What is written down as a medicine and is none that is taken: forbidden, or only planned. Each says which. */
export function NotToTake({ medicines, hrefOf }: NotToTakeProps) {
  const t = useTranslations('records.medicines');
  if (medicines.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="mb-2 font-semibold">{t('apart')}</h3>
      <Card as="ul" flush>
        {medicines.map((medicine) => (
          <li key={medicine.id}>
            <PageLink
              href={hrefOf(medicine)}
              className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-5 py-3.5 -outline-offset-2 hover:bg-sunken/60 dense:px-4 dense:py-3 compact:py-2"
            >
              <span className="min-w-0 wrap-break-word">{plainMedicine(medicine.title)}</span>
              <RecordBadge record={medicine} />
            </PageLink>
          </li>
        ))}
      </Card>
    </div>
  );
}
