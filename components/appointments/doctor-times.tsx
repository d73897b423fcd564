import { useLocale, useTranslations } from 'next-intl';
import type { FormAction } from '#components/form/form-state';
import { Avatar } from '#components/ui/avatar';
import { Card } from '#components/ui/card';
import { TextLink } from '#components/ui/text-link';
import { formatter, initialsOf } from '#lib/i18n/format';
import type { DoctorView } from './doctor-view';
import { SlotButtons } from './slot-buttons';

interface DoctorTimesProps {
  doctor: DoctorView;
  /** How many times there are in all. */
  total: number;
  /** The next of them. */
  openings: readonly { starts_at: string }[];
  ownZone: string | null;
  /** The first day that was looked at, where one was asked for. */
  from?: string | undefined;
  action: FormAction;
  allHref: string;
}

/** A doctor with their next times. */
export function DoctorTimes({ doctor, total, openings, ownZone, from, action, allHref }: DoctorTimesProps) {
  const t = useTranslations('appointments.book');
  const { id, display_name, speciality, clinic_name, zone } = doctor;
  const format = formatter(useLocale(), zone);
  const day = from && format.plainLongDate(from);
  return (
    <Card as="section" aria-labelledby={`doctor-${id}`} className="flex flex-col gap-4">
      <div className="flex items-center gap-4">
        <Avatar initials={initialsOf(display_name)} />
        <div className="min-w-0 flex-1">
          <h2 id={`doctor-${id}`} className="text-lg">
            <bdi>{display_name}</bdi>
          </h2>
          <p className="text-muted">
            {speciality}, {clinic_name}
          </p>
        </div>
      </div>
      {openings.length === 0 ? (
        <p className="text-muted">{day ? t('noneFrom', { day }) : t('noneSoon')}</p>
      ) : (
        <SlotButtons
          id={`times-${id}`}
          slots={openings}
          zone={zone}
          ownZone={ownZone}
          action={action}
          withDay
        />
      )}
      <p className="flex flex-wrap justify-between gap-2">
        <TextLink href={allHref}>{t('allTimes', { name: display_name })}</TextLink>
        <span className="text-muted tabular-nums">
          {day ? t('inWeeksFrom', { count: total, day }) : t('inWeeks', { count: total })}
        </span>
      </p>
    </Card>
  );
}
