import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { paths } from '#lib/platform/paths';

/** From a visit straight into its note. */
export function WriteNote({ patientId }: { patientId: string }) {
  const t = useTranslations('records');
  return (
    <ButtonLink href={paths.doctor.newRecord(patientId, 'note', { template: 'visit' })} tone="secondary">
      {t('writeNote')}
    </ButtonLink>
  );
}
