import { BellOff } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IncompleteLink } from '#components/auth/incomplete-link';
import { MailedLinkForm } from '#components/auth/mailed-link-form';
import { PublicShell } from '#components/shell/public-shell';
import { MessagePage } from '#components/ui/message-page';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { stop } from './actions';

/**
 * The address holds a token: it is told to nobody. Not `no-referrer`, under which a browser names no origin either when
 * it posts the form, and an action without one is refused.
 */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.stopReminders'))('title'), referrer: 'strict-origin' };
}

export default async function TokenPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ token, done }, t] = await Promise.all([
    queryOf(searchParams),
    getTranslations('auth.stopReminders'),
  ]);
  if (done === 'stopped') {
    return (
      <PublicShell>
        <MessagePage
          icon={<BellOff aria-hidden className="size-8" />}
          title={t('done')}
          actions={<TextLink href={paths.account.reminders}>{t('way')}</TextLink>}
        >
          <p>{t('doneText')}</p>
        </MessagePage>
      </PublicShell>
    );
  }
  return (
    <PublicShell>
      {token ? (
        <MailedLinkForm about="stopReminders" token={token} action={stop} />
      ) : (
        <IncompleteLink title={t('title')} text={t('noToken')} />
      )}
    </PublicShell>
  );
}
