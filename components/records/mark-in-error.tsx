import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { ConfirmAction } from '#components/ui/confirm-action';
import { SubmitButton } from '#components/ui/submit-button';

interface MarkInErrorProps {
  /** Names the object in the question. */
  text: string;
  action: FormAction;
  /** It is the patient who says so, of what they have reported. */
  own?: boolean;
  /** The page that asks the same without script. */
  href: string;
}

/** A record is never deleted: it stays, struck through, with the reason. */
export function MarkInError({ text, action, href, own }: MarkInErrorProps) {
  const t = useTranslations('records.markInError');
  return (
    <ConfirmAction href={href} label={t('open')} title={t('title', { text })} keepLabel={t('keep')}>
      <MarkInErrorForm action={action} own={own} />
    </ConfirmAction>
  );
}

export function MarkInErrorForm({ action, own = false }: Pick<MarkInErrorProps, 'action' | 'own'>) {
  const t = useTranslations('records.markInError');
  return (
    <Form id="mark-in-error" action={action} fields={{ reason: t('reason') }}>
      <p className="text-muted">{t(own ? 'effectOwn' : 'effect')}</p>
      <TextAreaField name="reason" rows={2} label={t('reason')} maxLength={500} />
      <SubmitButton tone="danger" pendingLabel={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
