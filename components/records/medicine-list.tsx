import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { TextLink } from '#components/ui/text-link';
import { plainMedicine } from './plain-medicine';
import type { PrescriptionRecord } from './record';

interface MedicineListProps {
  medicines: readonly PrescriptionRecord[];
  hrefOf: (record: PrescriptionRecord) => string;
  /** Longer lists end with the number of the others and the way to them. */
  most?: number;
  allHref: string;
}

/** What is prescribed now, and how to take it. */
export function MedicineList({ medicines, hrefOf, most = 6, allHref }: MedicineListProps) {
  const t = useTranslations('records.medicines');
  if (medicines.length === 0) return <p className="text-muted">{t('none')}</p>;
  const others = medicines.length - most;
  return (
    <Card as="ul" flush>
      {medicines.slice(0, most).map((medicine) => (
        <li key={medicine.id}>
          <PageLink
            href={hrefOf(medicine)}
            className="block px-5 py-3.5 -outline-offset-2 hover:bg-sunken/60 dense:px-4 dense:py-3 compact:py-2"
          >
            <span className="block font-semibold wrap-break-word">{plainMedicine(medicine.title)}</span>
            {medicine.content.dosage && (
              <span className="line-clamp-2 text-base text-muted dense:text-sm">
                {medicine.content.dosage}
              </span>
            )}
          </PageLink>
        </li>
      ))}
      {others > 0 && (
        <li className="px-5 py-3 text-base dense:px-4 dense:py-2 dense:text-sm">
          <TextLink href={allHref}>{t('more', { count: others })}</TextLink>
        </li>
      )}
    </Card>
  );
}
