import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { wishedDate } from '#components/appointments/wished-date';
import { AbsenceForm } from '#components/hours/absence-form';
import { AbsenceList } from '#components/hours/absence-list';
import { HoursFrame } from '#components/hours/hours-frame';
import { Section } from '#components/ui/section';
import { listAbsences } from '#lib/operations/absences/list';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { addAbsence, takeBackAbsence } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('section.away') };
}

export default async function AwayPage({ searchParams }: { searchParams: SearchParams }) {
  const { zone } = await personOf('doctor');
  const [{ done, day }, { items }, t] = await Promise.all([
    queryOf(searchParams),
    query(listAbsences, {}),
    getTranslations('hours.away'),
  ]);
  return (
    <HoursFrame section="away" done={done}>
      <AbsenceList absences={items} zone={zone} remove={takeBackAbsence} />
      <Section id="absence-title" title={t('addTitle')}>
        <AbsenceForm action={addAbsence} blockOn={wishedDate(day)?.toString()} />
      </Section>
    </HoursFrame>
  );
}
