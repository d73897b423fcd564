import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '#components/ui/avatar';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { initialsOf } from '#lib/i18n/format';

export interface DoctorView {
  id: string;
  display_name: string;
  speciality: string;
  clinic_name: string;
}

interface DoctorChoiceProps {
  doctors: readonly DoctorView[];
  hrefOf: (doctor: DoctorView) => string;
}

/** First step of a booking. */
export function DoctorChoice({ doctors, hrefOf }: DoctorChoiceProps) {
  const t = useTranslations('appointments.book');
  if (doctors.length === 0) return <p>{t('noDoctors')}</p>;
  return (
    <Card as="ul" flush>
      {doctors.map((doctor) => (
        <li key={doctor.id}>
          <PageLink
            href={hrefOf(doctor)}
            className="flex items-center gap-4 px-5 py-4 -outline-offset-2 hover:bg-sunken/60"
          >
            <Avatar initials={initialsOf(doctor.display_name)} />
            <span className="min-w-0 flex-1">
              <bdi className="block font-semibold">{doctor.display_name}</bdi>
              <span className="block text-muted">
                {doctor.speciality}, {doctor.clinic_name}
              </span>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
          </PageLink>
        </li>
      ))}
    </Card>
  );
}
