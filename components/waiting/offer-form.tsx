import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';

interface OfferFormProps {
  /** Unique on the page. */
  id: string;
  action: FormAction;
  /** Of a mailed link. */
  token?: string;
}

/** Takes an offered time, or leaves it to the next. */
export function OfferForm({ id, action, token }: OfferFormProps) {
  const t = useTranslations('waiting');
  return (
    <Form id={id} action={action}>
      {token && <input type="hidden" name="token" value={token} />}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="answer" value="accept" pendingLabel={t('pending')}>
          {t('accept')}
        </SubmitButton>
        <SubmitButton name="answer" value="decline" tone="secondary" pendingLabel={t('pending')}>
          {t('decline')}
        </SubmitButton>
      </div>
    </Form>
  );
}
