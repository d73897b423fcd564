import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice';
import { SubmitButton } from '#components/ui/submit-button';
import { ActionForm } from './action-form';
import type { FormAction } from './form-state';

/** Above a form that holds again what its writer had typed and not sent. */
export function DraftNotice({ action }: { action: FormAction }) {
  const t = useTranslations('form');
  return (
    <Notice tone="info" title={t('draft.title')} role="status">
      <p>{t('draft.text')}</p>
      <ActionForm
        id="discard-draft"
        action={action}
        labels={{
          ...{ errorTitle: t('errorTitle'), errorPrefix: t('errorPrefix') },
          ...{ retryIn: t('retryIn'), retryNow: t('retryNow') },
        }}
        className="mt-3"
      >
        <SubmitButton tone="secondary" pendingLabel={t('draft.discarding')}>
          {t('draft.discard')}
        </SubmitButton>
      </ActionForm>
    </Notice>
  );
}
