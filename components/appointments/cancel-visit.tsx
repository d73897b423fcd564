import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { TextAreaField } from '#components/form/text-area-field';
import { ConfirmAction } from '#components/ui/confirm-action';
import { SubmitButton } from '#components/ui/submit-button';

interface CancelVisitProps {
  /** "Thursday 26 November, 10:20" */
  when: string;
  /** The same by another clock. */
  there?: ReactNode;
  /** What it means for the other side. */
  effect: string;
  action: FormAction;
  /** The page that asks the same without script. */
  href: string;
  /** Staff say why. */
  asksWhy?: boolean;
}

export function CancelVisit({ when, there, effect, action, href, asksWhy }: CancelVisitProps) {
  const t = useTranslations('appointments.cancel');
  return (
    <ConfirmAction href={href} label={t('open')} title={t('title', { when })} keepLabel={t('keep')}>
      <CancelVisitForm there={there} effect={effect} action={action} asksWhy={asksWhy} />
    </ConfirmAction>
  );
}

export function CancelVisitForm({
  there,
  effect,
  action,
  asksWhy,
}: Pick<CancelVisitProps, 'there' | 'effect' | 'action' | 'asksWhy'>) {
  const t = useTranslations('appointments.cancel');
  return (
    <Form id="cancel-visit" action={action} fields={{ reason: t('why') }}>
      {there && <p className="text-muted tabular-nums empty:hidden">{there}</p>}
      <p className="text-muted">{effect}</p>
      {asksWhy && (
        <TextAreaField name="reason" label={t('why')} hint={t('whyHint')} rows={2} maxLength={500} required />
      )}
      <SubmitButton tone="danger" pendingLabel={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </Form>
  );
}
