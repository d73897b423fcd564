import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import type { ClashView } from './clash';

/** Visits that stand in time that is not offered, each with its page. */
export function ClashingVisits({ visits, zone }: { visits: readonly ClashView[]; zone: string }) {
  const t = useTranslations('hours.away');
  const format = formatter(useLocale(), zone);
  return (
    <ul className="flex flex-col">
      {visits.map(({ id, scheduled_at, patient_name }) => (
        <li key={id}>
          <TextLink
            href={paths.doctor.visit(id)}
            className="inline-flex min-h-11 items-center compact:min-h-7"
          >
            <span>
              {format.longDate(scheduled_at)}, {format.time(scheduled_at)},{' '}
              {patient_name === null ? t('nameless') : <bdi>{patient_name}</bdi>}
            </span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
