import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PersonActions } from '#components/people/person-actions';
import { PersonDoctors } from '#components/people/person-doctors';
import { PersonDone } from '#components/people/person-done';
import { PersonFactors } from '#components/people/person-factors';
import { PersonFacts } from '#components/people/person-facts';
import { PersonSessions } from '#components/people/person-sessions';
import { PersonWaiting } from '#components/people/person-waiting';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { listAssignedDoctors } from '#lib/operations/care-relationships/list-assigned';
import { getAccount } from '#lib/operations/people/get-account';
import { listPersonSessions } from '#lib/operations/people/sessions';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { endSessions, resend, withdraw } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('person'))('title') };
}

interface PersonPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export default async function PersonPage({ params, searchParams }: PersonPageProps) {
  const [{ id: adminId, zone }, { id }, { done }, t] = await Promise.all([
    personOf('admin'),
    params,
    queryOf(searchParams),
    getTranslations('person'),
  ]);
  const [person, sessions, assigned] = await Promise.all([
    query(getAccount, { id }),
    query(listPersonSessions, { id }),
    query(listAssignedDoctors, { id }),
  ]);
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ') || person.email;
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHeader title={<bdi>{name}</bdi>} back={{ href: paths.admin.people, label: t('back') }} />
      <PersonDone done={done} />
      <PersonWaiting approvals={person.open_approvals} />
      <PersonFacts person={person} zone={zone} />
      <Section id="acts" title={t('acts.title')}>
        <PersonActions
          person={person}
          isSelf={person.id === adminId}
          resend={resend.bind(null, id)}
          withdraw={withdraw.bind(null, id)}
        />
      </Section>
      <Section id="doctors" title={t('doctors.title')}>
        <PersonDoctors personId={id} hasChart={assigned.has_chart} doctors={assigned.items} zone={zone} />
      </Section>
      <Section id="factors" title={t('factors.title')}>
        <PersonFactors factors={person.factors} zone={zone} />
      </Section>
      <Section id="sessions" title={t('sessions.title')}>
        <PersonSessions sessions={sessions.items} zone={zone} end={endSessions.bind(null, id)} />
      </Section>
    </div>
  );
}
