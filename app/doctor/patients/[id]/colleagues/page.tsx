import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CareList } from '#components/care/care-list';
import { ColleaguesDone } from '#components/care/colleagues-done';
import { ConsultingForm } from '#components/care/consulting-form';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { listConsulting } from '#lib/operations/care-relationships/list-consulting';
import { listClinicDoctors } from '#lib/operations/doctors/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { ChartFrame } from '../chart-frame';
import { endConsulting, grant } from './actions';

interface ColleaguesPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('colleagues');
  return { title: t('title') };
}

export default async function ColleaguesPage({ params, searchParams }: ColleaguesPageProps) {
  const [{ practitioner_id, zone, today }, { id }, { done }, t] = await Promise.all([
    personOf('doctor'),
    params,
    queryOf(searchParams),
    getTranslations('colleagues'),
  ]);
  const asked = await query(listConsulting, { patient_id: id });
  const doctors = asked.can.grant.allowed ? (await query(listClinicDoctors, {})).items : [];
  const actions = { end: endConsulting.bind(null, id) };
  const groups = [
    { key: 'now', items: asked.items.filter(({ holds }) => holds) },
    { key: 'before', items: asked.items.filter(({ holds }) => !holds) },
  ] as const;
  return (
    <ChartFrame patientId={id}>
      <div className="flex max-w-3xl flex-col gap-6">
        <PageHeader
          title={t('title')}
          summary={t('summary')}
          back={{ href: paths.doctor.patient(id), label: t('back') }}
        />
        <ColleaguesDone done={done} />
        {asked.items.length === 0 && <p className="text-muted">{t('empty')}</p>}
        {groups.map(
          ({ key, items }) =>
            items.length > 0 && (
              <Section key={key} id={key} title={t(key)}>
                <CareList items={items} zone={zone} changing={undefined} actions={actions} />
              </Section>
            ),
        )}
        {asked.can.grant.allowed && (
          <Section id="grant" title={t('grant')}>
            <ConsultingForm
              doctors={doctors.filter((doctor) => doctor.id !== practitioner_id)}
              today={today}
              mostDays={asked.most_days}
              action={grant.bind(null, id)}
            />
          </Section>
        )}
      </div>
    </ChartFrame>
  );
}
