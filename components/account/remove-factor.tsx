import { useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { SubmitButton } from '#components/ui/submit-button';
import { TextLink } from '#components/ui/text-link';

interface RemoveFactorProps {
  id: string;
  name: string;
  /** Posts `id`. */
  action: FormAction;
  /** The same page without the question. */
  back: string;
}

/** The question before it: what will be so afterwards. */
export function RemoveFactor({ id, name, action, back }: RemoveFactorProps) {
  const t = useTranslations('account.removeFactor');
  return (
    <Form id="remove-factor" action={action}>
      <input type="hidden" name="id" value={id} />
      <p>{t('text', { name })}</p>
      <p className="flex flex-wrap items-center gap-4">
        <SubmitButton tone="danger" pendingLabel={t('pending')}>
          {t('submit')}
        </SubmitButton>
        <TextLink href={back}>{t('keep')}</TextLink>
      </p>
    </Form>
  );
}
