import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AssignForm } from '#components/care/assign-form';
import { EndAssignmentForm } from '#components/care/end-assignment-form';
import { PageHeader } from '#components/ui/page-header';
import { listAssignedDoctors } from '#lib/operations/care-relationships/list-assigned';
import { getAccount } from '#lib/operations/people/get-account';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { assign, unassign } from './actions';

interface AssignPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('person.doctors');
  return { title: t('formTitle') };
}

/** Asks for a doctor and why; or why an assignment is to end. */
export default async function AssignPage({ params, searchParams }: AssignPageProps) {
  await personOf('admin');
  const [{ id }, { end }, t] = await Promise.all([
    params,
    queryOf(searchParams),
    getTranslations('person.doctors'),
  ]);
  const [person, { has_chart, items, doctors }] = await Promise.all([
    query(getAccount, { id }),
    query(listAssignedDoctors, { id }),
  ]);
  if (!has_chart) notFound();
  const ending = end === undefined ? null : (items.find((each) => each.id === end) ?? notFound());
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ') || person.email;
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader
        title={ending ? t('endTitle', { name: ending.doctor_name }) : t('formTitle')}
        summary={ending ? t('endEffect') : t('effect')}
        back={{ href: paths.admin.person(id), label: name }}
      />
      {ending ? (
        <EndAssignmentForm action={unassign.bind(null, id, ending.id)} />
      ) : (
        <AssignForm doctors={doctors} action={assign.bind(null, id)} />
      )}
    </div>
  );
}
