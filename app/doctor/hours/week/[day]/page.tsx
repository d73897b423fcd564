import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DayForm } from '#components/hours/day-form';
import { PageHeader } from '#components/ui/page-header';
import { formatter } from '#lib/i18n/format';
import { getHours } from '#lib/operations/hours/get';
import { listRooms } from '#lib/operations/rooms/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { saveDay } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('day.title') };
}

export default async function DayPage({ params }: { params: Promise<{ day: string }> }) {
  await personOf('doctor');
  const [{ day }, locale, t] = await Promise.all([params, getLocale(), getTranslations('hours')]);
  if (!/^[1-7]$/.test(day)) notFound();
  const weekday = Number(day);
  const [{ weekly, clinic_id, version }, { items }] = await Promise.all([
    query(getHours, {}),
    query(listRooms, {}),
  ]);
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <PageHeader
        title={formatter(locale, 'UTC').weekday(`2024-01-0${day}T12:00:00Z`)}
        summary={t('day.summary')}
        back={{ href: paths.doctor.hours, label: t('title') }}
      />
      <DayForm
        weekday={weekday}
        spans={weekly.filter((span) => span.weekday === weekday)}
        rooms={items.filter((room) => room.clinic_id === clinic_id)}
        version={version}
        action={saveDay.bind(null, weekday)}
      />
    </div>
  );
}
