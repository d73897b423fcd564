import { useLocale, useTranslations } from 'next-intl';
import { useAge } from '#components/patients/age-words';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import type { AgendaVisit } from './visit';

interface VisitPatientProps {
  visit: AgendaVisit & { zone: string };
  href: string;
}

/** Who comes; the name leads to the chart while that is open to the reader. */
export function VisitPatient({ visit, href }: VisitPatientProps) {
  const ageAt = useAge();
  const t = useTranslations();
  const format = formatter(useLocale(), visit.zone);
  const { patient_name: name, patient_birth_date: born } = visit;
  if (name === null) return <span className="text-muted">{t('appointments.patientUnknown')}</span>;
  const age = born && ageAt(born, visit.scheduled_at.slice(0, 10));
  return (
    <>
      <TextLink href={href}>
        <bdi>{name || t('patients.unnamed')}</bdi>
      </TextLink>
      {born && (
        <span className="block font-normal text-muted tabular-nums">
          {format.partialDate(born)}
          {age !== null && ` (${age})`}
        </span>
      )}
    </>
  );
}
