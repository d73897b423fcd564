import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AcceptCare } from '#components/care/accept-care';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { opaqueToken } from '#lib/operations/auth/credentials';
import { getCarerInvitation } from '#lib/operations/care-relationships/get-invitation';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { accept } from './actions';

/** The address holds a token: it is told to nobody. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lookAfter'))('title'), referrer: 'strict-origin' };
}

/** What a mailed invitation leads to, once its reader has signed in. Opening the page uses nothing up. */
export default async function LookAfterPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ role, zone }, { token = '' }, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    getTranslations('lookAfter'),
  ]);
  const asked = opaqueToken.safeParse(token).success ? await query(getCarerInvitation, { token }) : null;
  const invitation = asked?.invitation;
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6">
      <PageHeader title={t('title')} />
      {!invitation && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
      {invitation && role !== 'patient' && <Notice tone="warn">{t('staff')}</Notice>}
      {invitation && role === 'patient' && (
        <AcceptCare invitation={invitation} token={token} zone={zone} action={accept} />
      )}
    </div>
  );
}
