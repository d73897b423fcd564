import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button-link';
import { MessagePage } from '#components/ui/message-page';
import { paths } from '#lib/platform/paths';

interface MailSentProps {
  /** Sign-up, or a forgotten password. */
  about: 'sent' | 'forgotSent';
  demo: boolean;
}

/** The same for a new address and a known one. */
export function MailSent({ about, demo }: MailSentProps) {
  const t = useTranslations('auth');
  return (
    <MessagePage
      icon={<MailCheck aria-hidden className="size-8" />}
      title={t(`${about}.title`)}
      actions={demo && <ButtonLink href={paths.demoOutbox}>{t(`${about}.outbox`)}</ButtonLink>}
    >
      <p>{t(`${about}.text`)}</p>
      <p>{t(`${about}.nothing`)}</p>
    </MessagePage>
  );
}
