import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PublicShell } from '#components/shell/public-shell';
import { ButtonLink } from '#components/ui/button-link';
import { MessagePage } from '#components/ui/message-page';
import { paths } from '#lib/platform/paths';

export default function Unauthorized() {
  const t = useTranslations('pages.unauthorized');
  return (
    <PublicShell>
      <title>{t('title')}</title>
      <MessagePage
        icon={<Clock aria-hidden className="size-8" />}
        title={t('title')}
        actions={<ButtonLink href={paths.signIn}>{t('action')}</ButtonLink>}
      >
        <p>{t('text')}</p>
      </MessagePage>
    </PublicShell>
  );
}
