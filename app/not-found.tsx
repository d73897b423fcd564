import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PublicShell } from '#components/shell/public-shell';
import { ButtonLink } from '#components/ui/button-link';
import { MessagePage } from '#components/ui/message-page';
import { paths } from '#lib/platform/paths';

export default function NotFound() {
  const t = useTranslations('pages.notFound');
  return (
    <PublicShell>
      <title>{t('title')}</title>
      <MessagePage
        icon={<SearchX aria-hidden className="size-8" />}
        title={t('title')}
        actions={<ButtonLink href={paths.home}>{t('action')}</ButtonLink>}
      >
        <p>{t('text')}</p>
      </MessagePage>
    </PublicShell>
  );
}
