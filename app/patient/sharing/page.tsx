import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CareList } from '#components/care/care-list';
import { InvitationList } from '#components/care/invitation-list';
import { NobodyElse } from '#components/care/nobody-else';
import { SharingDone } from '#components/care/sharing-done';
import { ButtonLink } from '#components/ui/button-link';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { listOwnCare } from '#lib/operations/care-relationships/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { changeEnd, endAccess, withdraw } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sharing');
  return { title: t('title') };
}

/** Who can see the record now and why, who is invited, and who could before. */
export default async function SharingPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, { done, change }, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('sharing'),
  ]);
  const { items, invitations } = await query(listOwnCare, {});
  const [now, before] = [items.filter(({ holds }) => holds), items.filter(({ holds }) => !holds)];
  const actions = { end: endAccess, change: changeEnd };
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={t('title')}
        summary={t('summary')}
        actions={<ButtonLink href={paths.patient.inviteCarer}>{t('invite')}</ButtonLink>}
      />
      <SharingDone done={done} />
      <Section id="now" title={t('now')}>
        {now.length === 0 ? (
          <NobodyElse />
        ) : (
          <CareList items={now} zone={zone} changing={change} actions={actions} />
        )}
      </Section>
      {invitations.length > 0 && (
        <Section id="waiting" title={t('waiting')}>
          <InvitationList invitations={invitations} zone={zone} withdraw={withdraw} />
        </Section>
      )}
      {before.length > 0 && (
        <Section id="before" title={t('before')}>
          <CareList items={before} zone={zone} changing={undefined} actions={actions} />
        </Section>
      )}
    </div>
  );
}
