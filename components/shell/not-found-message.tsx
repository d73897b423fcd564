import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { MessagePage } from '#components/ui/message-page';

/** Says the same of what is missing, what is not theirs and what was never there. */
export function NotFoundMessage({ homeHref }: { homeHref: string }) {
  const t = useTranslations('pages.notFound');
  return (
    <>
      <title>{t('title')}</title>
      <MessagePage
        icon={<SearchX aria-hidden className="size-8" />}
        title={t('title')}
        actions={<ButtonLink href={homeHref}>{t('action')}</ButtonLink>}
      >
        <p>{t('text')}</p>
      </MessagePage>
    </>
  );
}
