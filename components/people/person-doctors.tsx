import { Stethoscope } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';

interface PersonDoctorsProps {
  personId: string;
  hasChart: boolean;
  doctors: readonly { id: string; doctor_name: string; valid_from: string }[];
  zone: string;
}

/** Doctors whom the clinic has assigned to a patient. Whom they have booked is theirs to know. */
export function PersonDoctors({ personId, hasChart, doctors, zone }: PersonDoctorsProps) {
  const t = useTranslations('person.doctors');
  const format = formatter(useLocale(), zone);
  if (!hasChart) return <p className="text-muted">{t('noChart')}</p>;
  return (
    <div className="flex flex-col items-start gap-4">
      {doctors.length === 0 && <p className="text-muted">{t('none')}</p>}
      {doctors.length > 0 && (
        <Card as="ul" flush className="w-full">
          {doctors.map(({ id, doctor_name, valid_from }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <Stethoscope aria-hidden className="size-5 shrink-0 text-primary" />
              <div className="min-w-0 flex-1 basis-52">
                <p className="font-semibold wrap-break-word">
                  <bdi>{doctor_name}</bdi>
                </p>
                <p className="text-muted">{t('since', { date: format.date(valid_from) })}</p>
              </div>
              <ButtonLink href={paths.admin.assign(personId, id)} tone="secondary">
                {t('end')} <span className="sr-only">{t('endOf', { name: doctor_name })}</span>
              </ButtonLink>
            </li>
          ))}
        </Card>
      )}
      <ButtonLink href={paths.admin.assign(personId)} tone="secondary">
        {t('assign')}
      </ButtonLink>
    </div>
  );
}
