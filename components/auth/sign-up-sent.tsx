import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { MessagePage } from '#components/ui/message-page';
import { paths } from '#lib/platform/paths';

/** The same for a new address and a known one. */
export function SignUpSent({ demo }: { demo: boolean }) {
  const t = useTranslations('auth.sent');
  return (
    <MessagePage
      icon={<MailCheck aria-hidden className="size-8" />}
      title={t('title')}
      actions={demo && <ButtonLink href={paths.demoOutbox}>{t('outbox')}</ButtonLink>}
    >
      <p>{t('text')}</p>
      <p>{t('nothing')}</p>
    </MessagePage>
  );
}
