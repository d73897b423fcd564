import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IncompleteLink } from '#components/auth/incomplete-link';
import { ResetPasswordForm } from '#components/auth/reset-password-form';
import { PublicShell } from '#components/shell/public-shell';
import { paths } from '#lib/platform/paths';
import { passwordPolicy } from '#lib/transport/page-mode';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { setPassword } from './actions';

/**
 * The address holds a token: it is told to nobody. Not `no-referrer`, under which a browser names no origin either when
 * it posts the form, and an action without one is refused.
 */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.reset'))('title'), referrer: 'strict-origin' };
}

export default async function TokenPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ token }, t] = await Promise.all([queryOf(searchParams), getTranslations('auth.reset')]);
  return (
    <PublicShell>
      {token ? (
        <ResetPasswordForm token={token} policy={passwordPolicy()} action={setPassword} />
      ) : (
        <IncompleteLink
          title={t('title')}
          text={t('noToken')}
          way={{ href: paths.forgotPassword, label: t('again') }}
        />
      )}
    </PublicShell>
  );
}
