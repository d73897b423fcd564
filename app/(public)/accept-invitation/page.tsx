import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AcceptInvitationForm } from '#components/auth/accept-invitation-form';
import { IncompleteLink } from '#components/auth/incomplete-link';
import { PublicShell } from '#components/shell/public-shell';
import { passwordPolicy } from '#lib/transport/page-mode';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { accept } from './actions';

/**
 * The address holds a token: it is told to nobody. Not `no-referrer`, under which a browser names no origin either when
 * it posts the form, and an action without one is refused.
 */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.invitation'))('title'), referrer: 'strict-origin' };
}

export default async function TokenPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ token }, t] = await Promise.all([queryOf(searchParams), getTranslations('auth.invitation')]);
  return (
    <PublicShell>
      {token ? (
        <AcceptInvitationForm token={token} policy={passwordPolicy()} action={accept} />
      ) : (
        <IncompleteLink title={t('title')} text={t('noToken')} />
      )}
    </PublicShell>
  );
}
