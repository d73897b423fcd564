import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InviteForm } from '#components/people/invite-form';
import { PageHeader } from '#components/ui/page-header';
import { TabLinks } from '#components/ui/tab-links';
import { listClinics } from '#lib/operations/clinics/list';
import { paths, withQuery } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { invite } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invite'))('title') };
}

const roles = ['doctor', 'admin'] as const;

export default async function InvitePage({ searchParams }: { searchParams: SearchParams }) {
  await personOf('admin');
  const [{ role: asked }, t] = await Promise.all([queryOf(searchParams), getTranslations('invite')]);
  const role = asked === 'admin' ? 'admin' : 'doctor';
  const { items: sites } = await query(listClinics, {});
  const tabs = roles.map((each) => ({
    href: withQuery(paths.admin.invite, { role: each }),
    label: t(`as.${each}`),
    current: each === role,
  }));
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader
        title={t('title')}
        summary={t(`summary.${role}`)}
        back={{ href: paths.admin.people, label: t('back') }}
      />
      <TabLinks label={t('as.label')} tabs={tabs} />
      <InviteForm key={role} role={role} sites={sites} action={invite.bind(null, role)} />
    </div>
  );
}
