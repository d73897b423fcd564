import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';

interface AskForCodeProps {
  /** Posts `next`. */
  action: FormAction;
  next: string | undefined;
  /** One was just sent: here is the way to another. */
  sent: boolean;
}

/** A press of a button, because each message costs: opening a page sends none. */
export function AskForCode({ action, next, sent }: AskForCodeProps) {
  const t = useTranslations('auth.code.sms');
  return (
    <Form id="ask-for-code" action={action} className={sent ? 'mt-4' : undefined}>
      {!sent && <p className="text-muted">{t('ask')}</p>}
      {next && <input type="hidden" name="next" value={next} />}
      <SubmitButton className="w-full" tone={sent ? 'secondary' : 'primary'} pendingLabel={t('sending')}>
        {sent ? t('again') : t('send')}
      </SubmitButton>
    </Form>
  );
}
