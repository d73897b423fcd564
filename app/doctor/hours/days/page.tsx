import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HoursFrame } from '#components/hours/hours-frame';
import { SingleDayForm } from '#components/hours/single-day-form';
import { SingleDays } from '#components/hours/single-days';
import { Section } from '#components/ui/section';
import { getHours } from '#lib/operations/hours/get';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { saveSingleDay, takeBackDay } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('section.days') };
}

export default async function SingleDaysPage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('doctor');
  const [{ done }, { days }, t] = await Promise.all([
    queryOf(searchParams),
    query(getHours, {}),
    getTranslations('hours.days'),
  ]);
  return (
    <HoursFrame section="days" done={done}>
      <SingleDays days={days} clear={takeBackDay} />
      <Section id="single-day-title" title={t('addTitle')}>
        <SingleDayForm action={saveSingleDay} />
      </Section>
    </HoursFrame>
  );
}
